#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: schedule
version_added: 1.1.0
author: Presence Medic (@presence-medic)
short_description: Keep a schedule
description:
  - Adds, changes, pauses or removes a schedule, which has a diagnosis or C(recover) run again and again.
  - It runs in the name of the API key of this task, and with what that key may do each time.
extends_documentation_fragment:
  - presence_medic.imp.connection
options:
  name:
    description:
      - Name of the schedule.
    type: str
    required: true
  state:
    description:
      - Whether it is there.
    type: str
    choices: [present, absent]
    default: present
  paused:
    description:
      - Whether it rests; left as it is, where this is left out.
    type: bool
  cluster:
    description:
      - Id of the cluster.
    type: str
  runbook:
    description:
      - What is run.
    type: str
    choices: [diagnosis, recover]
  mode:
    description:
      - Of C(recover), whether it is only planned, which is the default, or run. Not for C(diagnosis).
    type: str
    choices: [PLAN, EXECUTE]
  parameters:
    description:
      - Parameters of the runbook.
    type: dict
    default: {}
  cron:
    description:
      - Minute, hour, day of month, month, day of week.
    type: str
  time_zone:
    description:
      - Region of the IANA time zone database, on whose clock C(cron) and C(windows) are.
    type: str
    default: UTC
  windows:
    description:
      - When C(EXECUTE) may begin; always, where there is none.
    type: list
    elements: dict
    default: []
    suboptions:
      days:
        description: On which days it opens.
        type: list
        elements: str
        required: true
        choices: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]
      from:
        description: When it opens, as in C(22:00).
        type: str
        required: true
      to:
        description: When it closes; on the next day, where that is not later than I(from).
        type: str
        required: true
  blackouts:
    description:
      - When C(EXECUTE) may not begin, whatever the windows say.
    type: list
    elements: dict
    default: []
    suboptions:
      from:
        description: Its beginning in UTC, as in C(2030-12-20T00:00:00Z).
        type: str
        required: true
      until:
        description: Its end in UTC.
        type: str
        required: true
      reason:
        description: Why.
        type: str
  ticket:
    description:
      - Number in your own system, which each job bears.
    type: str
attributes:
  check_mode:
    support: full
    description: Compares, and changes nothing.
  diff_mode:
    support: full
    description: The schedule before and after.
"""

EXAMPLES = r"""
---
- name: A diagnosis each working day
  presence_medic.imp.schedule:
    name: emea-mornings
    cluster: emea
    runbook: diagnosis
    cron: 30 6 * * 1-5
    time_zone: Europe/Zurich

- name: A repair in the night to Sunday
  presence_medic.imp.schedule:
    name: emea-nights
    cluster: emea
    runbook: recover
    mode: EXECUTE
    cron: 0 23 * * 6
    time_zone: Europe/Zurich
    windows:
      - {days: [SATURDAY], from: "22:00", to: "04:00"}
"""

RETURN = r"""
---
schedule:
  description: The schedule as the service shows it; in check mode as it would be.
  returned: when I(state) is C(present)
  type: dict
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.presence_medic.imp.plugins.module_utils.client import ApiError, Client, connection_spec
from ansible_collections.presence_medic.imp.plugins.module_utils.named import keep

DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
MEMBERS = ("name", "cluster", "runbook", "mode", "parameters", "cron", "timeZone", "windows", "blackouts", "ticket")


def window_spec():
    days = dict(type="list", elements="str", required=True, choices=DAYS)
    return {"days": days, "from": dict(type="str", required=True), "to": dict(type="str", required=True)}


def blackout_spec():
    return {"from": dict(type="str", required=True), "until": dict(type="str", required=True), "reason": dict(type="str")}


def main():
    module = AnsibleModule(
        argument_spec=dict(
            connection_spec(),
            name=dict(type="str", required=True),
            state=dict(type="str", choices=["present", "absent"], default="present"),
            paused=dict(type="bool"),
            cluster=dict(type="str"),
            runbook=dict(type="str", choices=["diagnosis", "recover"]),
            mode=dict(type="str", choices=["PLAN", "EXECUTE"]),
            parameters=dict(type="dict", default={}),
            cron=dict(type="str"),
            time_zone=dict(type="str", default="UTC"),
            windows=dict(type="list", elements="dict", options=window_spec(), default=[]),
            blackouts=dict(type="list", elements="dict", options=blackout_spec(), default=[]),
            ticket=dict(type="str"),
        ),
        required_if=[("state", "present", ("cluster", "runbook", "cron"))],
        supports_check_mode=True,
    )
    client = Client(module.params)
    after = wanted(module.params) if module.params["state"] == "present" else None
    try:
        result = keep(module, client, "/schedules", "schedule", after, writable)
        if after:
            result = rest(module, client, result)
    except ApiError as e:
        module.fail_json(**e.facts())
    module.exit_json(**result)


def wanted(params):
    usual = "EXECUTE" if params["runbook"] == "diagnosis" else "PLAN"
    return writable(
        dict(
            name=params["name"],
            cluster=params["cluster"],
            runbook=params["runbook"],
            mode=params["mode"] or usual,
            parameters=params["parameters"],
            cron=params["cron"],
            timeZone=params["time_zone"],
            windows=params["windows"],
            blackouts=params["blackouts"],
            ticket=params["ticket"],
        )
    )


def writable(shown):
    """The schedule without what only the service writes, in one shape whatever the order of days."""
    entry = dict((name, shown.get(name)) for name in MEMBERS)
    entry["windows"] = [dict(each, days=sorted(set(each["days"]), key=DAYS.index)) for each in shown["windows"]]
    entry["blackouts"] = [dict((name, each.get(name)) for name in ("from", "until", "reason")) for each in shown["blackouts"]]
    return entry


def rest(module, client, result):
    """Pauses or resumes the schedule, where the task says so."""
    paused = module.params["paused"]
    shown = result["schedule"]
    rests = shown.get("pausedReason") is not None
    if paused is None or paused == rests:
        return result
    result["diff"]["before"]["paused"], result["diff"]["after"]["paused"] = rests, paused
    result["changed"] = True
    if not module.check_mode:
        verb = "pause" if paused else "resume"
        result["schedule"] = client.request("POST", "/schedules/%s/%s" % (shown["id"], verb)).body
    return result


if __name__ == "__main__":
    main()
