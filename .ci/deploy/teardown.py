"""The stack is torn down: what visitors did stays, the rest goes.

Usage: teardown.py ENDPOINT STACK BROWSER_KEY SERVER_KEY
"""

import sys

from stack import Stack, check

TABLES = ("EventsTable", "LeadsTable", "ParkedTable", "ModelsTable")
QUEUES = ("EventsDeadLetters", "LeadsDeadLetters", "UndeliveredAlerts", "UnpostedAlerts")


def main(endpoint, name, _browser_key, _server_key):
    stack = Stack(endpoint, name)
    before = {table: len(stack.items(table)) for table in TABLES}
    # What sam delete asks CloudFormation for; the command itself cannot read the addresses that LocalStack gives nested templates.
    stack.cloudformation.delete_stack(StackName=name)
    stack.cloudformation.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 120})
    check(True, "the stack is deleted")
    after = {table: len(stack.items(table)) for table in TABLES}
    check(all(after[table] >= before[table] > 0 for table in TABLES if before[table]), f"the four tables stay with all they hold ({', '.join(f'{count} items' for count in after.values())})")
    check([stack.depth(queue) for queue in QUEUES] == [0] * len(QUEUES), f"{', '.join(QUEUES)} stay")
    left = [it["FunctionName"] for it in stack.lambda_.list_functions()["Functions"] if it["FunctionName"].startswith(name + "-")]
    check(not left, f"no function is left {left or ''}")


if __name__ == "__main__":
    main(*sys.argv[1:])
