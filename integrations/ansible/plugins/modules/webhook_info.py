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

from ansible_collections.presence_medic.imp.plugins.module_utils.info import read_named, run_info


def main():
    run_info(
        lambda client, params: read_named(client, params, "webhooks", "deliveries"),
        dict(name=dict(type="str"), deliveries=dict(type="bool", default=False)),
    )


if __name__ == "__main__":
    main()
