# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
"""What the modules have in common that only read."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.presence_medic.imp.plugins.module_utils.client import ApiError, Client, connection_spec, path
from ansible_collections.presence_medic.imp.plugins.module_utils.named import find


def run_info(read, options=None, **constraints):
    """Ends the module with what read(client, params) has found."""
    module = AnsibleModule(argument_spec=dict(connection_spec(), **(options or {})), supports_check_mode=True, **constraints)
    try:
        found = read(Client(module.params), module.params)
    except ApiError as e:
        module.fail_json(**e.facts())
    module.exit_json(changed=False, **found)


def work_options(name):
    """Options that select one piece of work, or the newest of a cluster."""
    return {name: dict(type="str"), "cluster": dict(type="str"), "limit": dict(type="int", default=50)}


def read_work(client, params, name, kind):
    """One piece of work by its id, or the newest of a cluster; kind is what its addresses call it."""
    if params[name] is not None:
        found = client.get(path(kind, params[name]))
        return {kind: [found.body] if found else []}
    return {kind: client.items(path("clusters", params["cluster"], kind), most=params["limit"]) or []}


def read_named(client, params, kind, more):
    """All of a kind, or one by its name with its last hundred of what more calls."""
    if params["name"] is None:
        return {kind: client.items("/" + kind)}
    found = find(client, "/" + kind, params["name"])
    result = {kind: [found] if found else []}
    if found and params[more]:
        result[more] = client.items(path(kind, found["id"], more), most=100)
    return result
