"""One engine a file, each an ``Adapter`` as ``benchmarks.engines.engine`` describes it."""
