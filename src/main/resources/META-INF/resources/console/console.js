// What the pages need beside htmx: times in the reader's zone, trouble in the tab's title and icon, and the live job.
(() => {
  "use strict";
  const AGAIN_AFTER_MS = 5000;
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium", hourCycle: "h23" });

  function ago(at) {
    const seconds = Math.round((Date.now() - at.getTime()) / 1000);
    if (seconds < 0) {
      return "";
    }
    const steps = [[60, "s", 1], [3600, "min", 60], [172800, "h", 3600], [Infinity, "days", 86400]];
    const [, unit, size] = steps.find(([limit]) => seconds < limit);
    return " (" + Math.floor(seconds / size) + " " + unit + " ago)";
  }

  function localTimes(root) {
    root.querySelectorAll("time[datetime]").forEach((time) => {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.getTime())) {
        const today = day.format(at) === day.format(new Date());
        const text = (today ? "" : day.format(at) + ", ") + clock.format(at)
          + (time.classList.contains("age") ? ago(at) : "");
        if (time.textContent !== text) {
          time.title = day.format(at) + ", " + clock.format(at) + " here, " + time.dateTime + " UTC";
          time.textContent = text;
        }
      }
    });
  }

  function tab() {
    const sign = document.querySelector("[data-trouble]");
    const trouble = sign !== null && sign.dataset.trouble === "yes";
    const plain = document.body.dataset.title;
    document.title = trouble ? "(!) " + plain : plain;
    document.querySelector("link[rel=icon]").href = trouble ? "/console/icon-trouble.svg" : "/console/icon.svg";
  }

  // After a new login the parts that a page fetches bear the new session's token: forms that stood open are sent with it.
  function adoptSession() {
    const sign = [...document.querySelectorAll("[data-csrf]")].pop();
    if (sign !== undefined) {
      document.querySelectorAll("input[name=csrf]").forEach((field) => {
        field.value = sign.dataset.csrf;
      });
      document.querySelector("header .name").textContent = sign.dataset.who;
    }
  }

  function say(...words) {
    const place = document.getElementById("connection");
    if (place !== null) {
      place.replaceChildren(...words);
      place.hidden = words.length === 0;
    }
  }

  function sayEnded(login) {
    const link = document.createElement("a");
    link.href = login;
    link.textContent = "Log in";
    say("● Your session has ended. ", link, " here or in another tab: this page goes on by itself then.");
  }

  let leaving = false;

  // What a page fetches by itself. Where nothing comes back the page stays as it is and says why; that is no error of htmx's.
  async function quietly(address, request) {
    try {
      const answer = await fetch(address, request);
      const login = answer.headers.get("HX-Redirect");
      if (login === null) {
        return new Response(await answer.text(), answer);
      }
      sayEnded(login);
    } catch (failure) {
      if (!leaving) {
        say("● The service does not answer. This page tries again by itself.");
      }
    }
    throw new DOMException("no answer to show", "AbortError");
  }

  function arrived(live, seq) {
    live.dataset.newest = String(Math.max(seq, Number(live.dataset.newest || "0")));
    const count = Number(live.dataset.newest) - Number(live.dataset.seq || "0");
    const more = document.getElementById("more");
    if (more !== null && count > 0) {
      more.textContent = count === 1 ? "1 new line" : count + " new lines";
      more.hidden = false;
    }
  }

  function seen(live) {
    live.dataset.seq = live.dataset.newest || live.dataset.seq;
    document.getElementById("more").hidden = true;
    document.getElementById("events").open = true;
  }

  function refresh(live) {
    if (live.dataset.refreshing === "yes") {
      live.dataset.again = "yes";
      return;
    }
    live.dataset.refreshing = "yes";
    window.htmx.ajax("GET", live.dataset.refresh, { target: "#live", swap: "innerMorph" }).finally(() => {
      live.dataset.refreshing = "no";
      if (live.dataset.again === "yes") {
        live.dataset.again = "no";
        refresh(live);
      }
    });
  }

  function follow(live) {
    const source = new EventSource(live.dataset.events);
    const heard = (event) => {
      say();
      arrived(live, Number(event.lastEventId));
      refresh(live);
      if (event.type === "FINISHED") {
        source.close();
      }
    };
    live.dataset.types.split(" ").forEach((type) => source.addEventListener(type, heard));
    source.onopen = () => say();
    source.onerror = () => {
      if (!leaving) {
        say("● The connection is lost. The job goes on; this page goes on by itself once the service answers.");
      }
      if (source.readyState === EventSource.CLOSED) {
        // A browser gives up where it got an answer that is no stream: the service starts, or the session is over.
        window.setTimeout(() => {
          refresh(live);
          follow(live);
        }, AGAIN_AFTER_MS);
      }
    };
  }

  // What a person has opened stays open when its surroundings are renewed.
  window.htmx.config.morphIgnore.push("open");

  document.addEventListener("DOMContentLoaded", () => {
    localTimes(document);
    // Before anything is painted: nobody sees the other form of a time for a moment.
    new MutationObserver(() => localTimes(document)).observe(document.body, { childList: true, characterData: true, subtree: true });
    tab();
    window.setInterval(() => localTimes(document), AGAIN_AFTER_MS);
    const live = document.querySelector("[data-events]");
    if (live !== null) {
      follow(live);
      document.getElementById("more").addEventListener("click", () => seen(live));
    }
    const file = document.getElementById("log-file");
    if (file !== null) {
      file.addEventListener("change", async () => {
        if (file.files.length === 1) {
          document.getElementById("log").value = await file.files[0].text();
        }
      });
    }
  });
  document.addEventListener("htmx:after:swap", () => {
    say();
    tab();
    adoptSession();
  });
  document.addEventListener("htmx:before:request", (event) => {
    event.detail.ctx.fetch = quietly;
  });
  window.addEventListener("beforeunload", () => {
    // A download leaves the page where it is.
    leaving = true;
    window.setTimeout(() => {
      leaving = false;
    }, AGAIN_AFTER_MS);
  });
})();
