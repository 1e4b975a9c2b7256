using MspBot.Domain.People;
using MspBot.Host.People;

namespace MspBot.Host.Feedback;

/// <summary>What is stored of a person's feedback: how many answers cannot be said, since none names its author.</summary>
internal sealed class FeedbackStored : StoredPart
{
    public override int Order => 40;

    public override Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now) =>
        Task.FromResult<IReadOnlyList<string>>(["Отзывы: без имени, если вы сами не решили его показать"]);
}
