package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiResponse;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** Answers with what a template writes. */
final class Html {
  private Html() {}

  static ApiResponse of(int status, Consumer<HtmlTemplateOutput> template) {
    var text = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(text));
    return ApiResponse.text(status, "text/html; charset=utf-8", text.toString());
  }
}
