"""Calls AWS as the AWS CLI does, with the library it is made of: service, operation, and parameters as JSON.

A parameter `BodyFile` is the name of a file whose bytes are the `Body`. Prints the answer as JSON.
"""

import json
import sys

from botocore.session import get_session


def main(service, operation, parameters):
    arguments = json.loads(parameters)
    if "BodyFile" in arguments:
        with open(arguments.pop("BodyFile"), "rb") as file:
            arguments["Body"] = file.read()
    answer = getattr(get_session().create_client(service), operation)(**arguments)
    answer.pop("ResponseMetadata")
    print(json.dumps(answer, default=str))


if __name__ == "__main__":
    main(*sys.argv[1:])
