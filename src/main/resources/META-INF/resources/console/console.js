// What the pages need beside htmx: times in the reader's zone, trouble in the tab's title and icon, and the live job.
(() => {
  "use strict";
  const zone = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

  function localTimes(root) {
    root.querySelectorAll("time[datetime]:not([data-local])").forEach((time) => {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.getTime())) {
        time.title = time.dateTime + " (UTC)";
        time.textContent = zone.format(at);
        time.dataset.local = "yes";
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

  function say(text) {
    const place = document.getElementById("connection");
    if (place !== null) {
      place.textContent = text;
      place.hidden = text === "";
    }
  }

  function arrived(live, seq) {
    const seen = Number(live.dataset.seq || "0");
    const count = seq - seen;
    const more = document.getElementById("more");
    if (more !== null && count > 0) {
      more.textContent = count === 1 ? "1 new event" : count + " new events";
      more.hidden = false;
    }
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
      say("");
      arrived(live, Number(event.lastEventId));
      refresh(live);
      if (event.type === "FINISHED") {
        source.close();
      }
    };
    live.dataset.types.split(" ").forEach((type) => source.addEventListener(type, heard));
    source.onopen = () => say("");
    source.onerror = () => {
      say(source.readyState === EventSource.CLOSED
        ? "The live view has ended: the session may have expired. Reload the page to log in again."
        : "The connection is lost. The job goes on; this page goes on by itself once the service answers.");
    };
  }

  document.addEventListener("DOMContentLoaded", () => {
    localTimes(document);
    tab();
    const live = document.querySelector("[data-events]");
    if (live !== null) {
      follow(live);
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
    localTimes(document);
    tab();
  });
  document.addEventListener("htmx:error", () => say("The service does not answer. This page tries again by itself."));
})();
