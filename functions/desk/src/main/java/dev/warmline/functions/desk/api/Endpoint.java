package dev.warmline.functions.desk.api;

import dev.warmline.aws.api.ApiResponse;

/** One address of the API. Sign-in, unknown addresses and methods are taken care of around it. */
interface Endpoint {
  /** What every address begins with. */
  String ROOT = "/api/v1/";

  /** The HTTP method it answers; one that answers GET is asked for HEAD too. */
  String method();

  /** Whether it is at this path, whatever the method. */
  boolean isAt(String path);

  /** Answers a request of its method at its path. */
  ApiResponse answer(Call call);
}
