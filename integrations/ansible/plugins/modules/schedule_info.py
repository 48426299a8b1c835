#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: schedule_info
version_added: 1.1.0
author: Presence Medic (@presence-medic)
short_description: Show schedules
description:
  - Show schedules. Only reads.
extends_documentation_fragment:
  - presence_medic.imp.connection
options:
  name:
    description:
      - Name of the schedule; all of them, where it is left out.
    type: str
  runs:
    description:
      - Whether to say what has become of its times, too. Wants I(name).
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
- name: All of them
  presence_medic.imp.schedule_info:

- name: What became of one
  presence_medic.imp.schedule_info:
    name: emea-nights
    runs: true
"""

RETURN = r"""
---
schedules:
  description: What was found, as the service shows it.
  returned: success
  type: list
  elements: dict
runs:
  description: The last hundred, newest first.
  returned: when I(runs) is set and there is such a schedule
  type: list
  elements: dict
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.presence_medic.imp.plugins.module_utils.client import ApiError, Client, connection_spec, path
from ansible_collections.presence_medic.imp.plugins.module_utils.named import find


def main():
    module = AnsibleModule(
        argument_spec=dict(connection_spec(), name=dict(type="str"), runs=dict(type="bool", default=False)),
        supports_check_mode=True,
    )
    try:
        found = read(Client(module.params), module.params)
    except ApiError as e:
        module.fail_json(**e.facts())
    module.exit_json(changed=False, **found)


def read(client, params):
    if params["name"] is None:
        return dict(schedules=client.items("/schedules"))
    found = find(client, "/schedules", params["name"])
    result = dict(schedules=[found] if found else [])
    if found and params["runs"]:
        result["runs"] = client.items(path("schedules", found["id"], "runs"), most=100)
    return result


if __name__ == "__main__":
    main()
