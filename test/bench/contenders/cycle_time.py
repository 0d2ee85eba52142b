"""The percentiles of cycle time of a transition log with pandas, and no other figure: python3 cycle_time.py <log.csv>."""

import sys

import pandas as pd

COLUMNS = ["id", "from", "to", "timestamp"]
WORK = ["In Progress", "Review", "Testing", "Ready"]

log = pd.read_csv(sys.argv[1], usecols=COLUMNS, dtype={"from": "category", "to": "category"})
log["timestamp"] = pd.to_datetime(log["timestamp"], format="%Y-%m-%dT%H:%M:%SZ")
log = log.drop_duplicates().sort_values(["id", "timestamp"], kind="stable")
# Over: the last change went to Done, or to Cancelled after it.
over = log["to"].isin(["Done", "Cancelled"])
last_open = (~over).groupby(log["id"]).cumsum()
in_last_run = over & (last_open == (~over).groupby(log["id"]).transform("sum"))
finished = log[in_last_run & (log["to"] == "Done")].groupby("id")["timestamp"].first()
work = log[log["to"].isin(WORK)].groupby("id")["timestamp"].first()
days = (finished - work).dropna().dt.total_seconds() / 86400
print(days.quantile([0.5, 0.7, 0.85, 0.95]).to_json(double_precision=15))
