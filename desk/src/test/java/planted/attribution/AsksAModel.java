package planted.attribution;

import dev.langchain4j.model.chat.ChatModel;
import java.nio.file.Path;

/// Evidence that asks a model, and opens a file.
public record AsksAModel(ChatModel model, Path file) {}
