# Sends events with Segment's Ruby client, which speaks TLS only: segment_ruby.rb URL KEY RUN COUNT
require "segment/analytics"
require "uri"

url, key, run, count = ARGV
at = URI(url)
analytics = Segment::Analytics.new(
  write_key: key, host: at.host, port: at.port, path: "#{at.path}/v1/batch", batch_size: 5, on_error: proc {}
)
count.to_i.times do |n|
  analytics.track(user_id: "u-#{run}", event: "Sent", properties: { run: run, n: n })
  sleep 0.15
end
analytics.flush
