#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: runbook_info
version_added: 1.0.0
author: Presence Medic (@presence-medic)
short_description: Show the catalogue of runbooks
description:
  - Show the catalogue of runbooks. Only reads.
extends_documentation_fragment:
  - presence_medic.imp.connection
options:
  runbook:
    description:
      - Name of the runbook; all of them, where it is left out.
    type: str
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
- name: What can be run
  presence_medic.imp.runbook_info:
  register: catalogue
"""

RETURN = r"""
---
runbooks:
  description: What was found, as the service shows it.
  returned: success
  type: list
  elements: dict
"""

from ansible_collections.presence_medic.imp.plugins.module_utils.client import path
from ansible_collections.presence_medic.imp.plugins.module_utils.info import run_info


def main():
    run_info(read, dict(runbook=dict(type="str")))


def read(client, params):
    if params["runbook"] is None:
        return dict(runbooks=client.items("/runbooks"))
    found = client.get(path("runbooks", params["runbook"]))
    return dict(runbooks=[found.body] if found else [])


if __name__ == "__main__":
    main()
