"""Commands: one a module, each with ``run(arguments) -> exit code``; imported only when asked for."""
