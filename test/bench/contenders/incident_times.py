"""How long cases take from the first event to the last with pandas, no other figure.

python3 incident_times.py <log.csv> [parse_dates]

With parse_dates the dates are read as people usually ask for it, in read_csv; without, by to_datetime(utc=True), which is
the fast way where a file mixes offsets, as this one does.
"""

import sys

import pandas as pd

if sys.argv[2:] == ["parse_dates"]:
    log = pd.read_csv(sys.argv[1], parse_dates=["time:timestamp"])
else:
    log = pd.read_csv(sys.argv[1])
log["time:timestamp"] = pd.to_datetime(log["time:timestamp"], utc=True)
log = log.sort_values(["case:concept:name", "time:timestamp"], kind="stable")
log["next"] = log.groupby("case:concept:name")["time:timestamp"].shift(-1)
times = log.groupby("case:concept:name")["time:timestamp"].agg(["min", "max"])
days = (times["max"] - times["min"]).dt.total_seconds() / 86400
by_status = (log["next"] - log["time:timestamp"]).dt.total_seconds().groupby(log["lifecycle:transition"]).sum() / 86400
print(days.quantile([0.5, 0.7, 0.85, 0.95]).to_json(), by_status.to_json())
