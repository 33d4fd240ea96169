"""moto as a server, taught what the tests of AWS parts need: see the modules beside this one."""

import sys

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import run_simple

import cloudformation
import ecs
import logs
import objects
import rds
import rds_resources
from control import Control


def main() -> None:
    for module in (rds, rds_resources, cloudformation, ecs, logs, objects):
        module.patch()
    application = Control(DomainDispatcherApplication(create_backend_app))
    run_simple("127.0.0.1", int(sys.argv[1]), application, threaded=True, request_handler=MotoRequestHandler)


if __name__ == "__main__":
    main()
