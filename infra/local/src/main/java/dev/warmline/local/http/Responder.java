package dev.warmline.local.http;

/** Answers requests. */
@FunctionalInterface
public interface Responder {
  /** The answer to this request; what it throws becomes a 500. */
  HttpAnswer answer(Incoming request);
}
