#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: diagnosis_info
version_added: 1.0.0
author: Presence Medic (@presence-medic)
short_description: Show diagnoses
description:
  - Show diagnoses. Only reads.
extends_documentation_fragment:
  - presence_medic.imp.connection
options:
  diagnosis:
    description:
      - Id of the diagnosis.
    type: str
  cluster:
    description:
      - All of this cluster, newest first.
    type: str
  limit:
    description:
      - The most that are shown.
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
- name: Those of a cluster
  presence_medic.imp.diagnosis_info:
    cluster: emea
    limit: 1
"""

RETURN = r"""
---
diagnoses:
  description: What was found, as the service shows it.
  returned: success
  type: list
  elements: dict
"""

from ansible_collections.presence_medic.imp.plugins.module_utils.info import read_work, run_info, work_options


def main():
    run_info(
        lambda client, params: read_work(client, params, "diagnosis", "diagnoses"),
        work_options("diagnosis"),
        mutually_exclusive=[("diagnosis", "cluster")],
        required_one_of=[("diagnosis", "cluster")],
    )


if __name__ == "__main__":
    main()
