"""The only door to DuckDB (and later Spark): tables in Parquet, read and written by named steps."""
