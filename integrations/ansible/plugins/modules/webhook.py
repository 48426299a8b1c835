#!/usr/bin/python
# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: webhook
version_added: 1.1.0
author: Presence Medic (@presence-medic)
short_description: Keep a webhook
description:
  - Adds, changes or removes an endpoint that the service tells what happens.
extends_documentation_fragment:
  - presence_medic.imp.connection
options:
  name:
    description:
      - Name of the webhook.
    type: str
    required: true
  state:
    description:
      - Whether it is there.
    type: str
    choices: [present, absent]
    default: present
  target_url:
    description:
      - Where messages are sent.
    type: str
  format:
    description:
      - How messages look.
    type: str
    choices: [STANDARD, CLOUDEVENTS, SERVICENOW_EVENT, SERVICENOW_RECORD]
    default: STANDARD
  events:
    description:
      - What it is told.
    type: list
    elements: str
    choices:
      - JOB_FINISHED
      - JOB_NEEDS_ATTENTION
      - APPROVAL_WANTED
      - LEFT_SWITCHED_OFF
      - FINDING_NEW
      - FINDING_GONE
      - SCHEDULE_MISSED
      - AUDIT_ANCHORED
  clusters:
    description:
      - Only about these clusters; about all of them, where there is none.
    type: list
    elements: str
    default: []
  body_hmac:
    description:
      - A header with the HMAC-SHA256 of the body, for receivers that know nothing else.
    type: dict
    suboptions:
      header:
        description: Name of the header.
        type: str
        required: true
      encoding:
        description: How it is written.
        type: str
        choices: [HEX, BASE64]
        default: HEX
      prefix:
        description: What stands before it, as in C(sha256=).
        type: str
        default: ""
  authorization:
    description:
      - A login for the receiver, from a credential of the service's configuration.
    type: dict
    suboptions:
      scheme:
        description: How it is sent.
        type: str
        choices: [BASIC, BEARER]
        required: true
      credential:
        description: Name of the credential.
        type: str
        required: true
  secret:
    description:
      - Signing secret of a new webhook. One that is there keeps its own, because the service shows none to compare with.
      - Left out, the service makes one, which is in the answer of the task that adds the webhook and nowhere else.
    type: str
  enabled:
    description:
      - Whether it is told.
    type: bool
    default: true
attributes:
  check_mode:
    support: full
    description: Compares, and changes nothing.
  diff_mode:
    support: full
    description: The webhook before and after.
"""

EXAMPLES = r"""
---
- name: Event-Driven Ansible is told
  presence_medic.imp.webhook:
    name: event-driven-ansible
    target_url: https://eda.example.com/presence
    events: [JOB_FINISHED, JOB_NEEDS_ATTENTION, FINDING_NEW]
    body_hmac:
      header: X-Hub-Signature-256
      prefix: sha256=
  register: made
  no_log: true
"""

RETURN = r"""
---
webhook:
  description: The webhook as the service shows it; with its secret, where it was added and the service made one.
  returned: when I(state) is C(present)
  type: dict
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.presence_medic.imp.plugins.module_utils.client import ApiError, Client, connection_spec, given
from ansible_collections.presence_medic.imp.plugins.module_utils.named import keep

EVENTS = [
    "JOB_FINISHED",
    "JOB_NEEDS_ATTENTION",
    "APPROVAL_WANTED",
    "LEFT_SWITCHED_OFF",
    "FINDING_NEW",
    "FINDING_GONE",
    "SCHEDULE_MISSED",
    "AUDIT_ANCHORED",
]
MEMBERS = ("name", "url", "format", "events", "clusters", "bodyHmac", "authorization", "enabled")


def hmac_spec():
    return dict(
        header=dict(type="str", required=True),
        encoding=dict(type="str", choices=["HEX", "BASE64"], default="HEX"),
        prefix=dict(type="str", default=""),
    )


def authorization_spec():
    return dict(
        scheme=dict(type="str", choices=["BASIC", "BEARER"], required=True),
        credential=dict(type="str", required=True),
    )


def main():
    module = AnsibleModule(
        argument_spec=dict(
            connection_spec(),
            name=dict(type="str", required=True),
            state=dict(type="str", choices=["present", "absent"], default="present"),
            target_url=dict(type="str"),
            format=dict(type="str", choices=["STANDARD", "CLOUDEVENTS", "SERVICENOW_EVENT", "SERVICENOW_RECORD"], default="STANDARD"),
            events=dict(type="list", elements="str", choices=EVENTS),
            clusters=dict(type="list", elements="str", default=[]),
            body_hmac=dict(type="dict", options=hmac_spec()),
            authorization=dict(type="dict", options=authorization_spec()),
            secret=dict(type="str", no_log=True),
            enabled=dict(type="bool", default=True),
        ),
        required_if=[("state", "present", ("target_url", "events"))],
        supports_check_mode=True,
    )
    after = wanted(module.params) if module.params["state"] == "present" else None
    try:
        on_create = given(secret=module.params["secret"])
        result = keep(module, Client(module.params), "/webhooks", "webhook", after, writable, on_create)
    except ApiError as e:
        module.fail_json(**e.facts())
    module.exit_json(**result)


def wanted(params):
    return writable(
        dict(
            name=params["name"],
            url=params["target_url"],
            format=params["format"],
            events=params["events"],
            clusters=params["clusters"],
            bodyHmac=params["body_hmac"],
            authorization=params["authorization"],
            enabled=params["enabled"],
        )
    )


def writable(shown):
    """The webhook without what only the service writes, in one shape whatever the order of events and clusters."""
    entry = dict((name, shown.get(name)) for name in MEMBERS)
    entry["events"] = sorted(set(shown["events"]))
    entry["clusters"] = sorted(set(shown["clusters"]))
    return entry


if __name__ == "__main__":
    main()
