#!/usr/bin/env python3
"""Asks nodes side by side, each over one session, and prints how many seconds that took: what a person writes with netmiko.

Reads from standard input, as JSON, a list of nodes: host, port, username, password, commands.
"""
import json
import sys
import threading
import time

from netmiko import ConnectHandler

PROMPT = "admin:"


def ask(node, failures):
    try:
        session = ConnectHandler(
            device_type="terminal_server",
            host=node["host"],
            port=node["port"],
            username=node["username"],
            password=node["password"],
            fast_cli=True,
            global_delay_factor=0.05,
        )
        session.read_until_pattern(PROMPT)
        for command in node["commands"]:
            session.send_command(command, expect_string=PROMPT, max_loops=20000)
        session.disconnect()
    except Exception as failure:  # pylint: disable=broad-except
        failures.append(f"{node['port']}: {failure}")


def main():
    nodes = json.load(sys.stdin)
    failures = []
    threads = [threading.Thread(target=ask, args=(node, failures)) for node in nodes]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - begun
    if failures:
        sys.exit("\n".join(failures))
    print(f"{took:.3f}")


main()
