# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
from __future__ import absolute_import, division, print_function

__metaclass__ = type


class ModuleDocFragment(object):
    """Options that modules have in common."""

    DOCUMENTATION = r"""
options:
  url:
    description:
      - Address of the service, such as C(https://medic.example.com).
      - Where it is left out, the environment variable C(MEDIC_URL) is taken.
    type: str
    required: true
  api_key:
    description:
      - An API key of the service.
      - Where it is left out, the environment variable C(MEDIC_API_KEY) is taken.
    type: str
    required: true
  validate_certs:
    description:
      - Whether the certificate of the service is checked.
    type: bool
    default: true
  ca_path:
    description:
      - File with the certificates that are trusted, where the system does not trust the service's.
    type: path
  request_timeout:
    description:
      - Seconds after which a single request is given up. The service answers each within 25 seconds.
    type: int
    default: 60
"""

    WORK = r"""
options:
  cluster:
    description:
      - Id of the cluster.
    type: str
    required: true
  reason:
    description:
      - Why, for the audit log; at most 1000 characters.
    type: str
  ticket:
    description:
      - Number in the ticket system; at most 100 characters.
    type: str
  idempotency_key:
    description:
      - Names the request. The same request with the same key finds what the first one made, in a later run, too.
      - Where it is left out, each task makes something new; repeating within the task never does.
    type: str
  wait:
    description:
      - Whether to wait for the end. Without it the task shows the work as it stands; with I(idempotency_key), a later run shows what
        has become of it.
    type: bool
    default: true
  wait_timeout:
    description:
      - Seconds after which waiting is given up and the task fails. The work in the service goes on.
    type: int
    default: 7200
"""
