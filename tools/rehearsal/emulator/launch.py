"""Starts MiniStack with what it lacks for our templates put in its place. Each patch says what it stands for."""

import os
import signal
import threading
import time

from ministack.core import iam_actions, iam_evaluator

pin_request_origin = iam_evaluator.pin_request_origin


def pin_secure_origin(source_ip, secure_transport):
    """The emulator speaks HTTP where AWS speaks HTTPS: policies that refuse plain HTTP see every call as encrypted."""
    pin_request_origin(source_ip, True)


def patch_alarms():
    """Alarms over metric math exist under their names and never ring: what they compute is asserted on the template."""
    from ministack.services.cloudformation import provisioners

    metric_alarm_record = provisioners._cw_metric_alarm_record

    def record(name, props):
        if props.get("Metrics"):
            props = {**props, "Metrics": None, "MetricName": "metric-math", "Namespace": "Rehearsal"}
        return metric_alarm_record(name, props)

    provisioners._cw_metric_alarm_record = record


def patch_budgets():
    """The emulator has budgets, but no stack may make one: here a budget is a name."""
    from ministack.services.cloudformation import provisioners

    provisioners._RESOURCE_HANDLERS["AWS::Budgets::Budget"] = {
        "create": lambda logical_id, props, stack_name: (f"{stack_name}-{logical_id}", {}),
        "delete": lambda physical_id, props: None,
    }


def patch_batches():
    """In AWS a batch of messages has no action of its own: who may send, delete or hide one message may do so with ten at once."""
    extract = iam_actions.extract_iam_action

    def action(service, *request):
        named = extract(service, *request)
        return named.removesuffix("Batch") if service == "sqs" and named is not None else named

    iam_actions.extract_iam_action = action


def end_with(parent):
    """Whoever started this may be killed and unable to end it, and the functions it runs."""
    while os.getppid() == parent:
        time.sleep(1)
    os.killpg(os.getpgrp(), signal.SIGKILL)


def main():
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    # The order matters: modules take what they import by name when they are loaded.
    iam_evaluator.pin_request_origin = pin_secure_origin
    patch_alarms()
    patch_budgets()
    patch_batches()
    from ministack.app import main as serve

    serve()


if __name__ == "__main__":
    main()
