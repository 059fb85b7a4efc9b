// Sends events with a Go client and closes it so many seconds later, which drops what is still to be sent again:
// clients-under-test CLIENT URL KEY RUN COUNT SECONDS
package main

import (
	"os"
	"strconv"
	"time"

	rudder "github.com/rudderlabs/analytics-go/v4"
	segment "github.com/segmentio/analytics-go/v3"
)

func main() {
	client, url, key, run := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	count, _ := strconv.Atoi(os.Args[5])
	patience, _ := strconv.Atoi(os.Args[6])
	send, end := bySegment(url, key)
	if client == "rudder-go" {
		send, end = byRudder(url, key)
	}
	for n := 0; n < count; n++ {
		send(run, n)
		time.Sleep(150 * time.Millisecond)
	}
	time.Sleep(time.Duration(patience) * time.Second)
	end()
}

func bySegment(url, key string) (func(string, int), func() error) {
	client, err := segment.NewWithConfig(key, segment.Config{Endpoint: url, BatchSize: 5, Interval: time.Second})
	if err != nil {
		panic(err)
	}
	return func(run string, n int) {
		_ = client.Enqueue(segment.Track{UserId: "u-" + run, Event: "Sent", Properties: segment.Properties{"run": run, "n": n}})
	}, client.Close
}

func byRudder(url, key string) (func(string, int), func() error) {
	client, err := rudder.NewWithConfig(key, rudder.Config{DataPlaneUrl: url, BatchSize: 5, Interval: time.Second})
	if err != nil {
		panic(err)
	}
	return func(run string, n int) {
		_ = client.Enqueue(rudder.Track{UserId: "u-" + run, Event: "Sent", Properties: rudder.Properties{"run": run, "n": n}})
	}, client.Close
}
