# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
"""Things that the service gives an id and people a name: schedules and webhooks."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import uuid

from ansible_collections.presence_medic.imp.plugins.module_utils.client import path


def find(client, where, name):
    """The thing of that name, or None."""
    return next((each for each in client.items(where) if each["name"] == name), None)


def keep(module, client, where, kind, after, writable, on_create=None):
    """Makes the thing what it shall be, or nothing where that is None, and says what has changed."""
    name = module.params["name"]
    found = find(client, where, name)
    before = writable(found) if found else None
    result = dict(changed=before != after, diff=dict(before=before or {}, after=dict(after or {})))
    if after:
        result[kind] = found if before == after else dict(found or {}, **after)
    if not result["changed"] or module.check_mode:
        return result
    if after is None:
        client.request("DELETE", where + path(found["id"]))
    elif found is None:
        body = dict(after, **(on_create or {}))
        result[kind] = client.request("POST", where, body, {"Idempotency-Key": str(uuid.uuid4())}).body
    else:
        result[kind] = client.request("PUT", where + path(found["id"]), after).body
    return result
