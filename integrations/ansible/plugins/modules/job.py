#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: job
version_added: 1.0.0
author: Presence Medic (@presence-medic)
short_description: Run a runbook on a cluster
description:
  - Runs any runbook of the service as a durable job and waits for its end.
  - C(changed) is what the job says of itself. A second run on a healthy cluster changes nothing.
  - In check mode the runbook is planned on the live cluster.
extends_documentation_fragment:
  - presence_medic.imp.connection
  - presence_medic.imp.connection.work
options:
  runbook:
    description:
      - Name of the runbook; M(presence_medic.imp.runbook_info) lists them.
    type: str
    required: true
  group:
    description:
      - The redundancy group to work on. May be left out where the cluster has only one.
    type: str
  node:
    description:
      - The node to work on, for runbooks that take a node.
    type: str
  parameters:
    description:
      - Parameters of the runbook.
    type: dict
    default: {}
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
- name: See what would be done
  presence_medic.imp.job:
    cluster: emea
    runbook: services-stuck-in-starting
  check_mode: true
  register: planned

- name: Do what was planned, and only that
  presence_medic.imp.job:
    cluster: emea
    runbook: services-stuck-in-starting
    plan_hash: "{{ planned.plan_hash }}"
    ticket: INC0012345

- name: Restart one service
  presence_medic.imp.job:
    cluster: emea
    runbook: service-restart
    node: imp-sub
    parameters:
      service: Cisco SIP Proxy
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
            runbook=dict(type="str", required=True),
            group=dict(type="str"),
            node=dict(type="str"),
            parameters=dict(type="dict", default={}),
            plan_hash=dict(type="str"),
            wait_approval=dict(type="bool", default=False),
        ),
        mutually_exclusive=[("group", "node")],
        supports_check_mode=True,
    )
    target = dict((kind, module.params[kind]) for kind in ("group", "node") if module.params[kind])
    run_job(module, module.params["runbook"], target, module.params["parameters"], module.params["plan_hash"])


if __name__ == "__main__":
    main()
