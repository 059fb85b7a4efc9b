# Read by infra/deploy/init, infra/deploy/rebuild, infra/deploy/restore and infra/deploy/redrive: finds the stack's outputs, a JDK 25 and credentials, builds what is missing, and offers `setup STEP...`.
# Expects $stack, $root and infra/cli/launch.
command -v aws >/dev/null || fail "the aws command line is missing: https://aws.amazon.com/cli"
if ! outputs=$(aws cloudformation describe-stacks --stack-name "$stack" --output text --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' 2>&1); then
  case $outputs in
    *"does not exist"*) fail "no stack $stack in this account and region: is that its name, and the region right (AWS_REGION, AWS_PROFILE)? If it was never deployed: docs/deploy.md" ;;
    *) fail "the stack $stack cannot be looked up:$outputs
Are region and credentials set (AWS_REGION, AWS_PROFILE)? aws sts get-caller-identity shows whether they work" ;;
  esac
fi
output() { printf '%s\n' "$outputs" | awk -F'\t' -v key="$1" '$1 == key { print $2 }'; }
MODELS_TABLE=$(output ModelsTable) EVENTS_TABLE=$(output EventsTable) LEADS_TABLE=$(output LeadsTable)
PARKED_TABLE=$(output ParkedTable) ALERT_TOPIC_ARN=$(output AlertTopicArn)
export MODELS_TABLE EVENTS_TABLE LEADS_TABLE PARKED_TABLE ALERT_TOPIC_ARN
[ -n "$MODELS_TABLE" ] || fail "$stack is no Warmline stack: it has no output ModelsTable"

find_jdk
is_built infra/deploy || build infra/deploy || exit 1
# The Java SDK reads AWS_REGION only, and knows fewer kinds of profiles than the command line.
AWS_REGION=${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region || true)}}; export AWS_REGION
if credentials=$(aws configure export-credentials --format env 2>/dev/null); then eval "$credentials"; fi
setup() {
  "$jdk/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$root/infra/deploy/target/classes:$root/infra/deploy/target/lib/*" \
    dev.warmline.deploy.Setup "$@"
}

