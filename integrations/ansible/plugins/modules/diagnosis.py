#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: diagnosis
version_added: 1.0.0
author: Presence Medic (@presence-medic)
short_description: Diagnose a cluster
description:
  - Has the service ask all nodes of a cluster what is wrong. Only reads, so the task never is changed.
extends_documentation_fragment:
  - presence_medic.imp.connection
  - presence_medic.imp.connection.work
options:
  fail_on_findings:
    description:
      - Whether the task fails where something is wrong or could not be determined. Findings of severity INFO do not count.
    type: bool
    default: false
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
- name: What is wrong?
  presence_medic.imp.diagnosis:
    cluster: emea
  register: diagnosed

- name: Show it
  ansible.builtin.debug:
    msg: "{{ diagnosed.findings | map(attribute='summary') }}"
"""

RETURN = r"""
---
diagnosis:
  description: The diagnosis as the service shows it.
  returned: success
  type: dict
findings:
  description: What is wrong, most severe first.
  returned: success
  type: list
  elements: dict
undetermined:
  description: What could not be determined.
  returned: success
  type: list
  elements: dict
healthy:
  description: Whether it has ended, nothing is wrong, and everything could be determined.
  returned: success
  type: bool
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.presence_medic.imp.plugins.module_utils.client import ApiError, Client, given, path, work_spec


def main():
    module = AnsibleModule(
        argument_spec=dict(work_spec(), fail_on_findings=dict(type="bool", default=False)),
        supports_check_mode=True,
    )
    params = module.params
    body = given(reason=params["reason"], ticket=params["ticket"])
    try:
        diagnosis = Client(params).begin(path("clusters", params["cluster"], "diagnoses"), body, params)
    except ApiError as e:
        module.fail_json(**e.facts())
    finish(module, diagnosis)


def finish(module, diagnosis):
    findings = diagnosis.get("findings") or []
    undetermined = diagnosis.get("undetermined") or []
    wrong = [finding for finding in findings if finding["severity"] != "INFO"]
    healthy = diagnosis["state"] == "SUCCEEDED" and not wrong and not undetermined
    result = dict(changed=False, diagnosis=diagnosis, findings=findings, undetermined=undetermined, healthy=healthy)
    if diagnosis["state"] in ("FAILED", "CANCELLED", "NEEDS_ATTENTION"):
        failure = diagnosis.get("failure") or {}
        module.fail_json(msg="the diagnosis ended %s (%s)" % (diagnosis["state"], failure.get("detail")), **result)
    if module.params["fail_on_findings"] and diagnosis["state"] == "SUCCEEDED" and not healthy:
        codes = [finding["code"] for finding in wrong] + ["%s undetermined" % fact["fact"] for fact in undetermined]
        module.fail_json(msg="something is wrong with %s: %s" % (module.params["cluster"], ", ".join(codes)), **result)
    module.exit_json(**result)


if __name__ == "__main__":
    main()
