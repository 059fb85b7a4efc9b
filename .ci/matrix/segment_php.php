<?php
// Sends events with Segment's PHP client, which speaks TLS only: segment_php.php FOLDER URL KEY RUN COUNT
[, $folder, $url, $key, $run, $count] = $argv;
spl_autoload_register(function (string $class) use ($folder): void {
    $file = $folder . '/lib/' . str_replace(['Segment\\', '\\'], ['', '/'], $class) . '.php';
    if (is_file($file)) {
        require $file;
    }
});
Segment\Segment::init($key, [
    'host' => preg_replace('#^https://#', '', $url), 'flush_at' => 5, 'flush_interval' => 1000, 'error_handler' => function (): void {},
]);
for ($n = 0; $n < (int) $count; $n++) {
    Segment\Segment::track(['userId' => "u-$run", 'event' => 'Sent', 'properties' => ['run' => $run, 'n' => $n]]);
    usleep(150000);
}
Segment\Segment::flush();
