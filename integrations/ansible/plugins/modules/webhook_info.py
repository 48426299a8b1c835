#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: webhook_info
version_added: 1.1.0
author: Presence Medic (@presence-medic)
short_description: Show webhooks
description:
  - Show webhooks. Only reads.
extends_documentation_fragment:
  - presence_medic.imp.connection
options:
  name:
    description:
      - Name of the webhook; all of them, where it is left out.
    type: str
  deliveries:
    description:
      - Whether to say what was sent and what came back, too. Wants I(name).
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
  presence_medic.imp.webhook_info:

- name: What became of one
  presence_medic.imp.webhook_info:
    name: event-driven-ansible
    deliveries: true
"""

RETURN = r"""
---
webhooks:
  description: What was found, as the service shows it.
  returned: success
  type: list
  elements: dict
deliveries:
  description: The last hundred, newest first.
  returned: when I(deliveries) is set and there is such a webhook
  type: list
  elements: dict
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.presence_medic.imp.plugins.module_utils.client import ApiError, Client, connection_spec, path
from ansible_collections.presence_medic.imp.plugins.module_utils.named import find


def main():
    module = AnsibleModule(
        argument_spec=dict(connection_spec(), name=dict(type="str"), deliveries=dict(type="bool", default=False)),
        supports_check_mode=True,
    )
    try:
        found = read(Client(module.params), module.params)
    except ApiError as e:
        module.fail_json(**e.facts())
    module.exit_json(changed=False, **found)


def read(client, params):
    if params["name"] is None:
        return dict(webhooks=client.items("/webhooks"))
    found = find(client, "/webhooks", params["name"])
    result = dict(webhooks=[found] if found else [])
    if found and params["deliveries"]:
        result["deliveries"] = client.items(path("webhooks", found["id"], "deliveries"), most=100)
    return result


if __name__ == "__main__":
    main()
