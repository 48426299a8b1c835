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

from ansible_collections.presence_medic.imp.plugins.module_utils.info import read_named, run_info


def main():
    run_info(
        lambda client, params: read_named(client, params, "schedules", "runs"),
        dict(name=dict(type="str"), runs=dict(type="bool", default=False)),
    )


if __name__ == "__main__":
    main()
