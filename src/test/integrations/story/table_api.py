"""A stand-in for the part of ServiceNow's Table API that the service uses: one incident, which takes work notes.

Usage: python3 table_api.py PORT. GET /api/now/table/incident finds the incident by its number, PATCH adds a work note,
and GET /notes shows all of them.
"""
import http.server
import json
import re
import sys
from urllib.parse import parse_qs, urlparse

NUMBER, SYS_ID = "INC0012345", "0123456789abcdef0123456789abcdef"
TABLE = "/api/now/table/incident"
notes = []


class Table(http.server.BaseHTTPRequestHandler):
    def answer(self, status, document):
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        where = urlparse(self.path)
        if where.path == "/notes":
            return self.answer(200, notes)
        query = parse_qs(where.query).get("sysparm_query", [""])[0]
        found = where.path == TABLE and query == "number=" + NUMBER
        return self.answer(200, {"result": [{"sys_id": SYS_ID}] if found else []})

    def do_PATCH(self):
        signed = re.match(r"v1,\S+", self.headers.get("webhook-signature", ""))
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path != TABLE + "/" + SYS_ID or not signed or len(body["work_notes"]) > 4000:
            return self.answer(400, {"error": {"message": "not what this table takes"}})
        notes.append(body["work_notes"])
        return self.answer(200, {"result": {"sys_id": SYS_ID}})

    def log_message(self, *message):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Table).serve_forever()
