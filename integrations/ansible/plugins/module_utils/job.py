# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
"""Jobs as the modules job and recover run them."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

from ansible_collections.presence_medic.imp.plugins.module_utils.client import FINAL, ApiError, Client, given, path


def run_job(module, runbook, target=None, parameters=None, plan_hash=None):
    """Runs a runbook, or plans it on the live cluster in check mode, and ends the module."""
    client = Client(module.params)
    params = dict(module.params)
    if module.check_mode:
        # A plan is only true when it is there.
        params["wait"] = True
        params["idempotency_key"] = None
    body = given(
        runbook=runbook,
        mode="PLAN" if module.check_mode else "EXECUTE",
        target=target or None,
        parameters=parameters or {},
        planHash=None if module.check_mode else plan_hash,
        reason=params["reason"],
        ticket=params["ticket"],
    )
    try:
        job = client.begin(
            path("clusters", params["cluster"], "jobs"),
            body,
            params,
            stop=lambda work: work["state"] == "AWAITING_APPROVAL" and not params["wait_approval"],
        )
        result = dict(changed=job["changed"], job=job, plan_hash=job.get("planHash"))
        if module._diff:
            result["diff"] = differences(client, job)
    except ApiError as e:
        module.fail_json(**e.facts())
    else:
        message = why_failed(job, params["wait"])
        if message:
            module.fail_json(msg=message, **result)
        module.exit_json(**result)


def why_failed(job, waited):
    """Why the task fails; None where it does not."""
    state = job["state"]
    failure = job.get("failure") or {}
    if state == "AWAITING_APPROVAL":
        question = (job.get("question") or {}).get("question")
        return "job %s awaits an approval: %s" % (job["id"], question)
    if state == "SUCCEEDED" or (state not in FINAL and not waited):
        return None
    off = ", ".join("%s of %s" % (left["kind"], left["subject"]) for left in job["leftSwitchedOff"])
    return "job %s ended %s%s%s" % (
        job["id"],
        state,
        " (%s: %s)" % (failure.get("code"), failure.get("detail")) if failure else "",
        "; left switched off: " + off if off else "",
    )


def differences(client, job):
    """Before and after of each line that changed something, or would."""
    seen = {}
    if job["mode"] == "EXECUTE":
        for event in client.items(path("jobs", job["id"], "events")) or []:
            if event["type"] == "ACTING":
                seen.setdefault(event.get("line"), event.get("why"))
    changes = [line for line in job["plan"] if line["outcome"] == "CHANGED"]
    return [difference(job, line, seen) for line in changes]


def difference(job, line, seen):
    """Of a plan: what is found, and the commands that would be sent. Of an execution: what was found, and what came of it."""
    found = line["why"] if job["mode"] == "PLAN" else seen.get(line["line"])
    after = ["would send: " + command for command in line["commands"]] if job["mode"] == "PLAN" else [line["why"]]
    header = "line %d, %s, %s" % (line["line"], line["step"], line["target"])
    return dict(before_header=header, after_header=header, before="%s\n" % (found or ""), after="\n".join(after) + "\n")
