#!/usr/bin/env bash
# Installs LocalStack 4.14.0 (the last release that starts without a token) into one folder, for machines that cannot pull
# its image: LocalStack from PyPI, DynamoDB Local and the Lambda Runtime Interface Client from Maven Central, its stream
# emulation from npm. Functions run as local processes under the real Java Runtime Interface Client.
# Usage: install.sh [FOLDER]   (default ~/.cache/localstack-4.14.0; takes about a minute)
# Needs a JDK 25, Maven, node with npm and Python 3.13 or newer.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=${1:-$HOME/.cache/localstack-4.14.0}
ddb=3.3.1 ric=2.9.0 sdk=2.55.6
executor=$here/process-executor/localstack_process_executor.py
usable() { "$home/venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 13))' 2>/dev/null; }
if [ -f "$home/.complete" ] && usable; then
  installed=$("$home/venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/localstack_process_executor.py
  cmp -s "$executor" "$installed" || cp "$executor" "$installed"
  exit 0
fi
say() { echo "localstack: $*" >&2; }
for tool in mvn npm; do command -v "$tool" >/dev/null || { say "needs $tool (Debian: apt-get install maven npm)"; exit 1; }; done
jdk=$("$here/../find-jdk") || exit 1
python=$("$here/../find-python") || exit 1

mkdir -p "$home"
"$python" -m venv --clear "$home/venv"
"$home/venv/bin/pip" -q install -r "$here/requirements.txt"   # resolved as of the release's own date
build=$(mktemp -d); trap 'rm -rf "$build"' EXIT
cp -r "$here/process-executor" "$build/"
"$home/venv/bin/pip" -q install "$build/process-executor"

# GROUP ARTIFACT VERSION FOLDER: the runtime classpath of one artifact, with one version of the AWS SDK
jars() {
  mkdir -p "$build/$2"
  cat >"$build/$2/pom.xml" <<X
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>jars</artifactId><version>1</version>
<dependencyManagement><dependencies><dependency><groupId>software.amazon.awssdk</groupId><artifactId>bom</artifactId>
<version>$sdk</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>
<dependencies><dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency></dependencies>
</project>
X
  mvn -q -B -f "$build/$2/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$4"
}
lib=$home/volume/lib/dynamodb-local/2
jars software.amazon.dynamodb DynamoDBLocal $ddb "$lib/DynamoDBLocal_lib"
jars com.amazonaws aws-lambda-java-runtime-interface-client $ric "$home/ric"

# What LocalStack expects where it would unpack AWS's archive: a runnable jar, the libraries, an agent (this one does nothing)
mkdir -p "$build/agent/noop"
printf 'package noop;\npublic final class Agent { public static void premain(String args) {} }\n' >"$build/agent/noop/Agent.java"
"$jdk/bin/javac" --release 17 -d "$build/agent" "$build/agent/noop/Agent.java"
printf 'Premain-Class: noop.Agent\n' >"$build/agent.mf"
"$jdk/bin/jar" cfm "$lib/ddb-local-loader-0.1.jar" "$build/agent.mf" -C "$build/agent" noop/Agent.class
"$python" - "$lib" "$build/main.mf" <<'P'
import os, sys
jars = " ".join("DynamoDBLocal_lib/" + jar for jar in sorted(os.listdir(sys.argv[1] + "/DynamoDBLocal_lib")) if jar.endswith(".jar"))
line = "Class-Path: " + jars + " ."
folded, rest = line[:70], line[70:]
while rest:
    folded, rest = folded + "\n " + rest[:69], rest[69:]
with open(sys.argv[2], "w") as manifest:
    manifest.write("Main-Class: software.amazon.dynamodb.services.local.main.ServerRunner\n" + folded + "\n")
P
"$jdk/bin/jar" cfm "$lib/DynamoDBLocal.jar" "$build/main.mf"
npm install --silent --no-audit --no-fund --prefix "$home/volume/lib/kinesis-local/0.5.2" kinesis-local@0.5.2
mkdir -p "$home/volume/lib/java"; ln -sfn "$jdk" "$home/volume/lib/java/21"; ln -sfn "$jdk" "$home/volume/lib/java/11"
echo "$jdk" >"$home/.complete"
say "installed in $home"
