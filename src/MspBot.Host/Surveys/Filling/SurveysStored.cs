using MspBot.Data.Surveys.Filling;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Surveys.Filling;

/// <summary>What is stored of a person about monitoring; numbers that stay after an erasure, without the name.</summary>
internal sealed class SurveysStored(FillingReader reader) : StoredPart
{
    public override int Order => 35;

    public override async Task<IReadOnlyList<string>> Lines(PersonId person, DateTimeOffset now)
    {
        var (answers, words) = await reader.Stored(person);
        return
        [
            .. answers == 0 ? (string[])[] : [$"Ответы на опросы мониторинга, которые внесли вы: {Russian.Number(answers)}"],
            .. words == 0 ? (string[])[] : [$"Рекомендации, замечания и заключения, которые написали вы: {Russian.Number(words)}"],
        ];
    }
}
