"""What people decided. The only door to SQLite (and later PostgreSQL): append, read, replay, migrate."""
