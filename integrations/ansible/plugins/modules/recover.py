#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: recover
version_added: 1.0.0
author: Presence Medic (@presence-medic)
short_description: Diagnose a cluster and run the procedures that remedy it
description:
  - Has the service diagnose, choose among the documented procedures in the document's order, run them, and diagnose again.
  - Fails where a person must see to something; the message says what. A healthy cluster stays unchanged.
  - In check mode it is planned on the live cluster what would be done first.
extends_documentation_fragment:
  - presence_medic.imp.connection
  - presence_medic.imp.connection.work
options:
  allow_approval_lines:
    description:
      - Whether lines that need an approval are part of it. The job asks once, before the first of them.
    type: bool
    default: true
  high_availability:
    description:
      - C(as_found) leaves high availability off where it was off before, C(enable) switches it on at the end in any case.
    type: str
    choices: [as_found, enable]
    default: as_found
  plan_hash:
    description:
      - C(plan_hash) of an earlier check. The job runs only if the plan would still be the same. Not used in check mode.
    type: str
  wait_approval:
    description:
      - Whether to go on waiting where the job asks for an approval. Without it the task fails then, and the job goes on waiting.
    type: bool
    default: false
attributes:
  check_mode:
    support: full
    description: Plans on the live cluster, which changes nothing there, and tells what the run would change.
  diff_mode:
    support: full
    description: What was found before each changing line, and what came of it; in check mode the commands that would be sent.
"""

EXAMPLES = r"""
---
- name: Repair the cluster
  presence_medic.imp.recover:
    cluster: emea
    ticket: INC0012345

- name: Leave out what needs an approval
  presence_medic.imp.recover:
    cluster: emea
    allow_approval_lines: false
"""

RETURN = r"""
---
job:
  description: The job as the service shows it; in check mode the plan.
  returned: when the service took it
  type: dict
  sample: {"id": "01a224c7-5985-7571-be94-f0e71af0360a", "state": "SUCCEEDED", "changed": true}
plan_hash:
  description: In check mode what binds a later run to this plan; else the hash that was given.
  returned: when the service took it
  type: str
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.presence_medic.imp.plugins.module_utils.client import work_spec
from ansible_collections.presence_medic.imp.plugins.module_utils.job import run_job


def main():
    module = AnsibleModule(
        argument_spec=dict(
            work_spec(),
            allow_approval_lines=dict(type="bool", default=True),
            high_availability=dict(type="str", choices=["as_found", "enable"], default="as_found"),
            plan_hash=dict(type="str"),
            wait_approval=dict(type="bool", default=False),
        ),
        supports_check_mode=True,
    )
    parameters = dict(
        allowApprovalLines=module.params["allow_approval_lines"],
        highAvailability=module.params["high_availability"].upper(),
    )
    run_job(module, "recover", parameters=parameters, plan_hash=module.params["plan_hash"])


if __name__ == "__main__":
    main()
