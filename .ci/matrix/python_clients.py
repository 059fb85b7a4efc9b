"""Sends events with a Python client: python_clients.py CLIENT URL KEY RUN COUNT"""
import sys
import time

client, url, key, run, count = sys.argv[1:6]
if client == "segment-python":
    import segment.analytics as analytics

    analytics.write_key, analytics.host = key, url
else:
    import rudderstack.analytics as analytics

    analytics.write_key, analytics.dataPlaneUrl = key, url
analytics.upload_size, analytics.upload_interval, analytics.max_retries = 5, 0.5, 20
analytics.on_error = lambda error, items: None
for n in range(int(count)):
    analytics.track("u-" + run, "Sent", {"run": run, "n": n})
    time.sleep(0.15)
analytics.flush()
analytics.shutdown()
