#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: cluster_info
version_added: 1.0.0
author: Presence Medic (@presence-medic)
short_description: Show clusters of the inventory
description:
  - Show clusters of the inventory. Only reads.
extends_documentation_fragment:
  - presence_medic.imp.connection
options:
  cluster:
    description:
      - Id of the cluster; all of them, where it is left out.
    type: str
  status:
    description:
      - Whether to say of I(cluster) how it stands as of the last diagnosis, too. No node is asked.
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
- name: All clusters
  presence_medic.imp.cluster_info:
  register: inventory

- name: How one stands
  presence_medic.imp.cluster_info:
    cluster: emea
    status: true
"""

RETURN = r"""
---
clusters:
  description: What was found, as the service shows it.
  returned: success
  type: list
  elements: dict
status:
  description: How the cluster stands.
  returned: when I(status) is set and there is such a cluster
  type: dict
"""

from ansible_collections.presence_medic.imp.plugins.module_utils.client import path
from ansible_collections.presence_medic.imp.plugins.module_utils.info import run_info


def main():
    run_info(read, dict(cluster=dict(type="str"), status=dict(type="bool", default=False)))


def read(client, params):
    """One cluster in one or two requests, all of them in one for two hundred each."""
    cluster = params["cluster"]
    if cluster is None:
        return dict(clusters=client.items("/clusters"))
    found = client.get(path("clusters", cluster))
    result = dict(clusters=[found.body] if found else [])
    if found and params["status"]:
        result["status"] = client.get(path("clusters", cluster, "status")).body
    return result


if __name__ == "__main__":
    main()
