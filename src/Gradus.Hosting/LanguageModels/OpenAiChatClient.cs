using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = OpenAI.Chat.ChatResponseFormat;

namespace Gradus.Hosting.LanguageModels;

/// <summary>An address that speaks OpenAI's protocol, as an <see cref="IChatClient"/>: text in, text out.</summary>
internal sealed class OpenAiChatClient : IChatClient
{
    private readonly ChatClient _client;

    /// <summary>A client; nothing is sent yet.</summary>
    internal OpenAiChatClient(LanguageModelOptions options) =>
        _client = new ChatClient(options.Model, new ApiKeyCredential(options.Key ?? "none"), new OpenAIClientOptions
        {
            Endpoint = options.Address,
            NetworkTimeout = options.Timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        });

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        OpenAI.Chat.ChatMessage[] sent = [.. messages.Select(message => message.Role == ChatRole.System ? (OpenAI.Chat.ChatMessage)new SystemChatMessage(message.Text) : new UserChatMessage(message.Text))];
        ChatCompletionOptions how = new() { Temperature = options?.Temperature };
        if (options?.ResponseFormat is ChatResponseFormatJson)
        {
            how.ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat();
        }

        ClientResult<ChatCompletion> completed = await _client.CompleteChatAsync(sent, how, cancellationToken).ConfigureAwait(false);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(completed.Value.Content.Select(part => part.Text))));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponse whole = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (ChatResponseUpdate update in whole.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The client below holds nothing that must be given back.
    }
}
