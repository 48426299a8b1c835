#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: job_info
version_added: 1.0.0
author: Presence Medic (@presence-medic)
short_description: Show jobs
description:
  - Show jobs. Only reads.
extends_documentation_fragment:
  - presence_medic.imp.connection
options:
  job:
    description:
      - Id of the job. The other options select where it is left out.
    type: str
  cluster:
    description:
      - Only those of this cluster.
    type: str
  runbook:
    description:
      - Only those of this runbook.
    type: str
  state:
    description:
      - Only those in this state.
    type: str
    choices: [QUEUED, RUNNING, WAITING, AWAITING_APPROVAL, SUCCEEDED, FAILED, CANCELLED, NEEDS_ATTENTION]
  ticket:
    description:
      - Only those with this number.
    type: str
  limit:
    description:
      - The most that are shown, newest first.
    type: int
    default: 50
attributes:
  check_mode:
    support: full
    description: Only reads.
  diff_mode:
    support: none
    description: Changes nothing that could be shown.
"""

EXAMPLES = r"""
---
- name: What a job has come to
  presence_medic.imp.job_info:
    job: 01a224c7-5985-7571-be94-f0e71af0360a

- name: What awaits an approval
  presence_medic.imp.job_info:
    state: AWAITING_APPROVAL
"""

RETURN = r"""
---
jobs:
  description: What was found, as the service shows it.
  returned: success
  type: list
  elements: dict
"""

from ansible_collections.presence_medic.imp.plugins.module_utils.client import path
from ansible_collections.presence_medic.imp.plugins.module_utils.info import run_info, work_options


def main():
    run_info(
        read,
        dict(
            work_options("job"),
            runbook=dict(type="str"),
            state=dict(
                type="str",
                choices=["QUEUED", "RUNNING", "WAITING", "AWAITING_APPROVAL", "SUCCEEDED", "FAILED", "CANCELLED", "NEEDS_ATTENTION"],
            ),
            ticket=dict(type="str"),
        ),
    )


def read(client, params):
    if params["job"] is not None:
        found = client.get(path("jobs", params["job"]))
        return dict(jobs=[found.body] if found else [])
    filters = dict((name, params[name]) for name in ("cluster", "runbook", "state", "ticket"))
    return dict(jobs=client.items("/jobs", most=params["limit"], **filters))


if __name__ == "__main__":
    main()
