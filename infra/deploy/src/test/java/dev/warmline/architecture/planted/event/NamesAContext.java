package dev.warmline.architecture.planted.event;

import com.amazonaws.services.lambda.runtime.Context;

/** Lambda in the domain. */
record NamesAContext(Context context) {}
