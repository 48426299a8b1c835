# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
name: inventory
short_description: Nodes of the clusters that the service knows
version_added: 1.0.0
author: Presence Medic (@presence-medic)
description:
  - Makes a host of each node of each cluster in the service's inventory, in one request for two hundred clusters.
  - A host is called after its node and its cluster, as in C(imp-sub.emea).
  - Each cluster is a group, C(cluster_emea), and each role is one, C(imp_publisher), C(imp_subscriber), C(cucm_publisher), C(cucm_subscriber).
  - The file must be called C(presence_medic.yml) or C(presence_medic.yaml), or end so.
extends_documentation_fragment:
  - presence_medic.imp.connection
  - ansible.builtin.constructed
  - ansible.builtin.inventory_cache
options:
  plugin:
    description: Must be C(presence_medic.imp.inventory).
    type: str
    required: true
    choices: [presence_medic.imp.inventory]
  url:
    env:
      - name: MEDIC_URL
  api_key:
    env:
      - name: MEDIC_API_KEY
"""

EXAMPLES = r"""
---
plugin: presence_medic.imp.inventory
url: https://medic.example.com
cache: true
cache_plugin: ansible.builtin.jsonfile
cache_connection: /var/tmp/presence_medic
groups:
  presence: presence_role.startswith('IMP_')
keyed_groups:
  - key: presence_transport
    prefix: transport
"""

from ansible.errors import AnsibleParserError
from ansible.plugins.inventory import BaseInventoryPlugin, Cacheable, Constructable

from ansible_collections.presence_medic.imp.plugins.module_utils.client import ApiError, Client


class InventoryModule(BaseInventoryPlugin, Constructable, Cacheable):
    """Nodes of the clusters that the service knows."""

    NAME = "presence_medic.imp.inventory"

    def verify_file(self, path):
        return super(InventoryModule, self).verify_file(path) and path.endswith(("presence_medic.yml", "presence_medic.yaml"))

    def parse(self, inventory, loader, path, cache=True):
        super(InventoryModule, self).parse(inventory, loader, path, cache)
        self._read_config_data(path)
        for cluster in self.clusters(self.get_cache_key(path), cache):
            group = self.inventory.add_group(self._sanitize_group_name("cluster_" + cluster["id"]))
            for node in cluster["nodes"]:
                self.add_node(group, cluster, node)

    def clusters(self, key, cache):
        """From the cache where it may be used and holds them."""
        use = self.get_option("cache")
        if use and cache and key in self._cache:
            return self._cache[key]
        names = ("url", "api_key", "validate_certs", "ca_path", "request_timeout")
        try:
            found = Client(dict((name, self.get_option(name)) for name in names)).items("/clusters")
        except ApiError as e:
            raise AnsibleParserError(str(e))
        if use:
            self._cache[key] = found
        return found

    def add_node(self, group, cluster, node):
        host = "%s.%s" % (node["name"], cluster["id"])
        self.inventory.add_host(host, group)
        self.inventory.add_host(host, self.inventory.add_group(node["role"].lower()))
        variables = dict(
            ansible_host=node["host"],
            presence_cluster=cluster["id"],
            presence_cluster_name=cluster["displayName"],
            presence_node=node["name"],
            presence_role=node["role"],
            presence_transport=cluster["transport"],
            presence_ssh_port=node["sshPort"],
            presence_https_port=node["httpsPort"],
        )
        for name, value in variables.items():
            self.inventory.set_variable(host, name, value)
        strict = self.get_option("strict")
        self._set_composite_vars(self.get_option("compose"), variables, host, strict=strict)
        self._add_host_to_composed_groups(self.get_option("groups"), variables, host, strict=strict)
        self._add_host_to_keyed_groups(self.get_option("keyed_groups"), variables, host, strict=strict)
