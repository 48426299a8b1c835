#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: bundle
version_added: 1.0.0
author: Presence Medic (@presence-medic)
short_description: Collect evidence for TAC
description:
  - Collects the outputs, logs and traces that the document wants for a fault, and fetches the archive. Changes nothing on the cluster.
  - The task is changed where I(dest) was written. Where I(dest) is there already, nothing is collected, but for I(force).
extends_documentation_fragment:
  - presence_medic.imp.connection
  - presence_medic.imp.connection.work
options:
  kind:
    description:
      - Which bundle.
    type: str
    required: true
    choices: [E-NETWORK, E-DATABASE, E-ICSA, E-SYNC-AGENT]
  incident_from:
    description:
      - Begin of the incident, such as C(2030-01-31T12:00:00Z). The last day, where it is left out.
    type: str
  incident_to:
    description:
      - End of the incident; now, where it is left out.
    type: str
  job:
    description:
      - Id of the job whose report and transcripts go into it.
    type: str
  pseudonyms:
    description:
      - Whether user names and addresses are replaced by stable pseudonyms.
    type: bool
    default: false
  dest:
    description:
      - File on the managed host into which the archive is written, with mode 0600 where it is new. Without it, it stays with the service.
      - Needs I(wait).
    type: path
  force:
    description:
      - Whether to collect anew and to replace I(dest) where it is there.
    type: bool
    default: false
attributes:
  check_mode:
    support: full
    description: Collects nothing, and tells whether the file would be written.
  diff_mode:
    support: none
    description: An archive cannot be shown.
"""

EXAMPLES = r"""
---
- name: Collect what TAC wants, unless it is there
  presence_medic.imp.bundle:
    cluster: emea
    kind: E-NETWORK
    ticket: INC0012345
    dest: /var/tmp/INC0012345.zip
"""

RETURN = r"""
---
bundle:
  description: The bundle as the service shows it.
  returned: when it was collected
  type: dict
dest:
  description: The file.
  returned: when I(dest) is given
  type: str
"""

import hashlib
import os
import tempfile

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.presence_medic.imp.plugins.module_utils.client import ApiError, Client, given, path, work_spec


def main():
    module = AnsibleModule(
        argument_spec=dict(
            work_spec(),
            kind=dict(type="str", required=True, choices=["E-NETWORK", "E-DATABASE", "E-ICSA", "E-SYNC-AGENT"]),
            incident_from=dict(type="str"),
            incident_to=dict(type="str"),
            job=dict(type="str"),
            pseudonyms=dict(type="bool", default=False),
            dest=dict(type="path"),
            force=dict(type="bool", default=False),
        ),
        required_by={"incident_to": "incident_from"},
        supports_check_mode=True,
    )
    params = module.params
    dest = params["dest"]
    if dest and not params["wait"]:
        module.fail_json(msg="dest needs wait")
    if dest and os.path.exists(dest) and not params["force"]:
        module.exit_json(changed=False, dest=dest)
    if module.check_mode:
        module.exit_json(changed=bool(dest), **given(dest=dest))
    client = Client(params)
    try:
        bundle = client.begin(path("clusters", params["cluster"], "bundles"), request(params), params)
        if params["wait"] and bundle["state"] != "SUCCEEDED":
            failure = bundle.get("failure") or {}
            module.fail_json(msg="the bundle ended %s (%s)" % (bundle["state"], failure.get("detail")), bundle=bundle)
        if dest:
            fetch(module, client, bundle)
    except ApiError as e:
        module.fail_json(**e.facts())
    module.exit_json(changed=bool(dest), bundle=bundle, **given(dest=dest))


def request(params):
    incident = given(**{"from": params["incident_from"], "to": params["incident_to"]})
    return given(
        kind=params["kind"],
        incident=incident or None,
        job=params["job"],
        pseudonyms=params["pseudonyms"],
        reason=params["reason"],
        ticket=params["ticket"],
    )


def fetch(module, client, bundle):
    """Writes the archive beside its place first, so that a broken download leaves no broken archive."""
    handle, beside = tempfile.mkstemp(dir=module.tmpdir)
    digest = hashlib.sha256()
    try:
        with os.fdopen(handle, "wb") as out:
            archive = client.open("GET", path("bundles", bundle["id"], "content"), headers={"Accept": "application/zip, application/problem+json"})
            for piece in iter(lambda: archive.read(65536), b""):
                digest.update(piece)
                out.write(piece)
    except Exception as e:  # pylint: disable=broad-except  # sockets, TLS and urllib each have their own
        module.fail_json(msg="the archive cannot be fetched: %s" % e, bundle=bundle)
    if digest.hexdigest() != bundle["sha256"]:
        module.fail_json(msg="the archive did not arrive as the service made it", bundle=bundle)
    module.atomic_move(beside, module.params["dest"])


if __name__ == "__main__":
    main()
