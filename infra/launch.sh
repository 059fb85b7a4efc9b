# What the launchers in this folder share; sourced, not run. Expects $root and $self.

fail() {
  printf '%s: %s\n' "$self" "$*" >&2
  exit 1
}

is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

find_jdk() {
  local home on_path
  on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  for home in "${JAVA_HOME:-}" "${on_path:-}" /usr/lib/jvm/* /opt/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      printf '%s' "$home"
      return 0
    fi
  done
  return 1
}

# is_built MODULE: whether nothing changed since that module was built by build.
is_built() {
  local target="$root/infra/$1/target"
  [ -f "$target/up.stamp" ] && [ -d "$target/lib" ] || return 1
  [ -z "$(find "$root/pom.xml" "$root"/shared/*/pom.xml "$root"/functions/*/pom.xml "$root/infra/model/pom.xml" "$root/infra/$1/pom.xml" \
    "$root"/shared/*/src/main "$root"/functions/*/src/main "$root/infra/model/src/main" "$root/infra/$1/src/main" \
    -newer "$target/up.stamp" -type f -print 2>/dev/null | head -n 1)" ]
}

# build MODULE: builds that module and all it needs, with progress on standard error.
build() {
  command -v mvn >/dev/null 2>&1 || fail "Maven is missing: install Maven 3.8.6 or newer (https://maven.apache.org) and start again."
  local target="$root/infra/$1/target"
  mkdir -p "$target"
  local log="$target/up-build.log" started=$SECONDS
  printf 'building (the first time takes a few minutes, because libraries are downloaded) ...\n' >&2
  touch "$target/up.begun"
  (cd "$root" && mvn -B -ntp -pl "infra/$1" -am package -DskipTests -Dmaven.test.skip=true -Dassembly.skipAssembly=true \
    -Dmdep.analyze.skip=true -Dexec.skip=true) 2>&1 | tee "$log" | sed -un 's/^\[INFO\] Building \(Warmline [a-z]*\) .*/  \1/p' >&2
  local result=${PIPESTATUS[0]}
  if [ "$result" -ne 0 ]; then
    if grep -qE 'Could not transfer artifact|Unknown host|UnknownHostException|Could not resolve dependencies|cannot access .* in offline mode|Connection refused|Network is unreachable' "$log"; then
      fail "the libraries cannot be downloaded: the first build needs a network (or a proxy in ~/.m2/settings.xml). Details: $log"
    fi
    grep -E '^\[ERROR\]' "$log" | head -n 5 >&2
    fail "the build failed. Details: $log"
  fi
  mv "$target/up.begun" "$target/up.stamp"
  printf 'built in %d s\n' $((SECONDS - started)) >&2
}

# Sets $jdk, or says what to install.
require_jdk() {
  jdk=$(find_jdk) || fail "no JDK 25 or newer found: install one (for example Temurin 25 from https://adoptium.net) or set JAVA_HOME to it."
}
