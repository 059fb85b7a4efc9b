package dev.warmline.functions.collect;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import java.time.Instant;

/** One way in. CORS, preflights, unknown paths and methods are taken care of around it. */
interface Door {

  /** The HTTP method it answers; one that answers GET is asked for HEAD too. */
  String method();

  /** Whether it is the door at this path, whatever the method. */
  boolean isAt(String path);

  /** Answers a request of its method at its path. */
  ApiResponse answer(ApiRequest request, Instant now);
}
