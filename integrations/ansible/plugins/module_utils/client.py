# -*- coding: utf-8 -*-
# Copyright: Presence Medic
# SPDX-License-Identifier: Apache-2.0
"""The service's API as the modules and the inventory plugin use it."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import json
import math
import random
import time
import uuid

from ansible.module_utils.basic import env_fallback
from ansible.module_utils.common.text.converters import to_text
from ansible.module_utils.six.moves.urllib.error import HTTPError
from ansible.module_utils.six.moves.urllib.parse import quote, urlencode
from ansible.module_utils.urls import open_url

FINAL = ("SUCCEEDED", "FAILED", "CANCELLED", "NEEDS_ATTENTION")
LONGEST_WAIT = 25
ATTEMPTS = 6
PAGE = 200


def connection_spec():
    """Options that each module has."""
    return dict(
        url=dict(type="str", required=True, fallback=(env_fallback, ["MEDIC_URL"])),
        api_key=dict(type="str", required=True, no_log=True, fallback=(env_fallback, ["MEDIC_API_KEY"])),
        validate_certs=dict(type="bool", default=True),
        ca_path=dict(type="path"),
        request_timeout=dict(type="int", default=60),
    )


def work_spec():
    """Options of the modules that begin work."""
    return dict(
        connection_spec(),
        cluster=dict(type="str", required=True),
        reason=dict(type="str"),
        ticket=dict(type="str"),
        idempotency_key=dict(type="str", no_log=False),
        wait=dict(type="bool", default=True),
        wait_timeout=dict(type="int", default=7200),
    )


class ApiError(Exception):
    """What the service refused, or why it could not be asked."""

    def __init__(self, message, status=None, problem=None):
        super(ApiError, self).__init__(message)
        self.status = status
        self.problem = problem or {}

    def facts(self):
        """For fail_json."""
        return dict(msg=str(self), status=self.status, problem=self.problem)


class Answer(object):
    """An answer of the service."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body


def path(*parts):
    """A path of the API of which each part is quoted."""
    return "/" + "/".join(quote(part, safe="") for part in parts)


def given(**members):
    """The members that are not None."""
    return dict((name, value) for name, value in members.items() if value is not None)


class Client(object):
    """Asks the service. What may be repeated is repeated while the service is not there or says so."""

    def __init__(self, params):
        self.base = params["url"].rstrip("/") + "/api/v1"
        self.api_key = params["api_key"]
        self.validate_certs = params["validate_certs"]
        self.ca_path = params["ca_path"]
        self.timeout = params["request_timeout"]

    def open(self, method, where, body=None, headers=None):
        """The answer as an open stream; HTTPError where it is not a success."""
        all_headers = dict({"X-API-Key": self.api_key, "Accept": "application/json"}, **(headers or {}))
        data = None
        if body is not None:
            all_headers["Content-Type"] = "application/json"
            data = json.dumps(body)
        return open_url(
            self.base + where,
            method=method,
            data=data,
            headers=all_headers,
            timeout=self.timeout,
            validate_certs=self.validate_certs,
            ca_path=self.ca_path,
            http_agent="ansible-presence_medic.imp",
            follow_redirects="none",
        )

    def request(self, method, where, body=None, headers=None, repeatable=True):
        """An answer with its JSON; ApiError for all that is no success."""
        attempt = 0
        while True:
            attempt += 1
            try:
                response = self.open(method, where, body, headers)
                text = to_text(response.read())
                found = dict((name.lower(), value) for name, value in response.headers.items())
                return Answer(response.getcode(), found, json.loads(text) if text else None)
            except HTTPError as e:
                error, pause = self.refused(e)
            except (ValueError, TypeError) as e:
                raise ApiError("%s %s: the answer is not JSON; is this address the service? (%s)" % (method, where, e))
            except Exception as e:  # pylint: disable=broad-except  # sockets, TLS and urllib each have their own
                error, pause = ApiError("%s %s: the service cannot be reached: %s" % (method, where, e)), 2 ** attempt
            if pause is None or not repeatable or attempt >= ATTEMPTS:
                raise error
            time.sleep(min(pause, 30) + random.random())

    @staticmethod
    def refused(e):
        """The error of an answer that is no success, and after how many seconds it may be repeated, if at all."""
        try:
            problem = json.loads(to_text(e.read()))
        except ValueError:
            problem = {}
        code = problem.get("code")
        message = "%s: %s" % (code, problem.get("detail")) if code else "the service answered %s" % e.code
        for wrong in problem.get("errors") or []:
            message += " %s %s." % (wrong.get("field"), wrong.get("message"))
        error = ApiError(message, e.code, problem)
        if e.code not in (429, 502, 503, 504) and code != "IDEMPOTENCY_IN_PROGRESS":
            return error, None
        after = e.headers.get("Retry-After") or ""
        return error, int(after) if after.isdigit() else 2

    def get(self, where, **query):
        """A document, or None where there is none."""
        query = given(**query)
        try:
            return self.request("GET", where + ("?" + urlencode(query) if query else ""))
        except ApiError as e:
            if e.status == 404:
                return None
            raise

    def items(self, where, most=None, **query):
        """All items of a list, page after page."""
        found, cursor = [], None
        while True:
            limit = PAGE if most is None else min(PAGE, most - len(found))
            answer = self.get(where, limit=limit, cursor=cursor, **query)
            if answer is None:
                return None
            found += answer.body["items"]
            cursor = answer.body.get("nextCursor")
            if not cursor or (most is not None and len(found) >= most):
                return found

    def begin(self, where, body, params, stop=lambda work: False):
        """Has work begun and, as the parameters say, waits for its end: by asking again with the same key, which the
        service answers as soon as there is an end."""
        key = params["idempotency_key"] or str(uuid.uuid4())
        end = time.time() + params["wait_timeout"]
        while True:
            # A begun second is waited for, not asked away in a loop.
            left = math.ceil(end - time.time())
            patience = max(0, min(LONGEST_WAIT, left)) if params["wait"] else 0
            # Without the preference the key finds its first answer, not what has become of the work.
            work = self.request("POST", where, body, {"Idempotency-Key": key, "Prefer": "wait=%d" % patience}).body
            if not params["wait"] or work["state"] in FINAL or stop(work):
                return work
            if time.time() >= end:
                raise ApiError("%s is still %s after %d seconds; it goes on" % (work["id"], work["state"], params["wait_timeout"]))
