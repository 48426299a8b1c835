#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: cluster
version_added: 1.0.0
author: Presence Medic (@presence-medic)
short_description: Keep a cluster in the inventory
description:
  - Adds, changes or removes a cluster of the service's inventory. Nothing is sent to its nodes.
  - Credentials are named, never sent; the service finds their values in its configuration.
  - A change is refused where somebody else has changed the entry since it was read.
extends_documentation_fragment:
  - presence_medic.imp.connection
options:
  cluster:
    description:
      - Id of the cluster.
    type: str
    required: true
  state:
    description:
      - Whether it is there.
    type: str
    choices: [present, absent]
    default: present
  display_name:
    description:
      - Name for people; the id, where it is left out.
    type: str
  platform_credential:
    description:
      - Name of the credential of the SSH account.
    type: str
  application_credential:
    description:
      - Name of the credential of the web services' account.
    type: str
  transport:
    description:
      - By which ways the nodes are read and changed.
    type: str
    choices: [SSH, SOAP, SSH_WITH_SOAP]
    default: SSH_WITH_SOAP
  legacy_algorithms:
    description:
      - Whether SSH may use the algorithms of releases before 12.5.
    type: bool
    default: false
  trusted_certificates:
    description:
      - PEM certificates that the web services may present; the system's trust store, where it is left out.
    type: str
  nodes:
    description:
      - The servers.
    type: list
    elements: dict
    suboptions:
      name:
        description: Name of the node.
        type: str
        required: true
      role:
        description: What it is.
        type: str
        required: true
        choices: [CUCM_PUBLISHER, CUCM_SUBSCRIBER, IMP_PUBLISHER, IMP_SUBSCRIBER]
      host:
        description: Its address or name.
        type: str
        required: true
      ssh_port:
        description: Port of SSH.
        type: int
        default: 22
      https_port:
        description: Port of the web services.
        type: int
        default: 8443
      host_key:
        description:
          - Fingerprint of its host key. Where it is left out, the key that the service has pinned stays, or the first that is seen is pinned.
        type: str
attributes:
  check_mode:
    support: full
    description: Compares, and changes nothing.
  diff_mode:
    support: full
    description: The entry before and after.
"""

EXAMPLES = r"""
---
- name: A cluster
  presence_medic.imp.cluster:
    cluster: emea
    display_name: EMEA presence
    platform_credential: emea-platform
    application_credential: emea-axl
    nodes:
      - {name: cucm-pub, role: CUCM_PUBLISHER, host: 192.0.2.10}
      - {name: imp-pub, role: IMP_PUBLISHER, host: 192.0.2.11}
      - {name: imp-sub, role: IMP_SUBSCRIBER, host: 192.0.2.12}
"""

RETURN = r"""
---
cluster:
  description: The entry as the service shows it; in check mode as it would be.
  returned: when I(state) is C(present)
  type: dict
"""

import uuid

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.presence_medic.imp.plugins.module_utils.client import ApiError, Client, connection_spec, path


def node_spec():
    return dict(
        name=dict(type="str", required=True),
        role=dict(type="str", required=True, choices=["CUCM_PUBLISHER", "CUCM_SUBSCRIBER", "IMP_PUBLISHER", "IMP_SUBSCRIBER"]),
        host=dict(type="str", required=True),
        ssh_port=dict(type="int", default=22),
        https_port=dict(type="int", default=8443),
        host_key=dict(type="str", no_log=False),
    )


def main():
    module = AnsibleModule(
        argument_spec=dict(
            connection_spec(),
            cluster=dict(type="str", required=True),
            state=dict(type="str", choices=["present", "absent"], default="present"),
            display_name=dict(type="str"),
            platform_credential=dict(type="str"),
            application_credential=dict(type="str"),
            transport=dict(type="str", choices=["SSH", "SOAP", "SSH_WITH_SOAP"], default="SSH_WITH_SOAP"),
            legacy_algorithms=dict(type="bool", default=False),
            trusted_certificates=dict(type="str"),
            nodes=dict(type="list", elements="dict", options=node_spec()),
        ),
        required_if=[("state", "present", ("platform_credential", "application_credential", "nodes"))],
        supports_check_mode=True,
    )
    client = Client(module.params)
    where = path("clusters", module.params["cluster"])
    try:
        found = client.get(where)
        before = writable(found.body) if found else None
        after = wanted(module.params, before) if module.params["state"] == "present" else None
        result = dict(changed=before != after, diff=dict(before=before or {}, after=after or {}))
        if after:
            result["cluster"] = after
        if result["changed"] and not module.check_mode:
            shown = apply(client, where, found, after)
            if shown:
                result["cluster"] = shown
    except ApiError as e:
        module.fail_json(**e.facts())
    module.exit_json(**result)


def wanted(params, before):
    """The entry as the task describes it; a key that the service has pinned is kept."""
    pinned = dict((node["name"], node.get("hostKey")) for node in (before or {}).get("nodes", []))
    return dict(
        id=params["cluster"],
        displayName=params["display_name"] or params["cluster"],
        credentials=dict(platform=params["platform_credential"], application=params["application_credential"]),
        transport=params["transport"],
        legacyAlgorithms=params["legacy_algorithms"],
        trustedCertificates=params["trusted_certificates"],
        nodes=[
            dict(
                name=node["name"],
                role=node["role"],
                host=node["host"],
                sshPort=node["ssh_port"],
                httpsPort=node["https_port"],
                hostKey=node["host_key"] or pinned.get(node["name"]),
            )
            for node in params["nodes"]
        ],
    )


def writable(shown):
    """The entry without what only the service writes, in one shape whether or not members are left out."""
    entry = dict((name, shown.get(name)) for name in ("id", "displayName", "credentials", "transport", "legacyAlgorithms", "trustedCertificates"))
    members = ("name", "role", "host", "sshPort", "httpsPort", "hostKey")
    entry["nodes"] = [dict((name, node.get(name)) for name in members) for node in shown["nodes"]]
    return entry


def apply(client, where, found, after):
    if after is None:
        client.request("DELETE", where, headers={"If-Match": found.headers["etag"]}, repeatable=False)
        return None
    if found is None:
        return client.request("POST", "/clusters", after, {"Idempotency-Key": str(uuid.uuid4())}).body
    return client.request("PUT", where, after, {"If-Match": found.headers["etag"]}, repeatable=False).body


if __name__ == "__main__":
    main()
