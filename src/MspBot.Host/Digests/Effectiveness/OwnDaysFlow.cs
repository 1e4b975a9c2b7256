using MspBot.Domain.Digests.Effectiveness;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>«Свои дни»: the first and the last day to look at, none of them ahead.</summary>
internal sealed class OwnDaysFlow : Flow
{
    private static readonly Prompt First = new("Первый день", "С какого дня считать?", "Например: 01.10.2026");
    private static readonly Prompt Last = new("Последний день", "По какой день считать?", "Например: 15.11.2026, или «вчера»");
    private static readonly DateOnly Earliest = new(2020, 1, 1);

    public override string Key => EffectLinks.OwnDays;

    public override Access Access => Access.NoRow("asks for days and opens what the speaker may read");

    public override string Title => EffectTexts.Effectiveness;

    public override bool For(Speaker speaker) => EffectAccess.Reads(speaker);

    public override async Task<Outcome> Talk(Dialog ask)
    {
        var first = await ask.PastDay("first", First, Earliest);
        var last = await ask.PastDay("last", Last, first);
        return Do(new OpenEffectDays(new(EffectSpan.OwnDays, first, last)));
    }
}

/// <summary>The figures of these days are wanted.</summary>
internal sealed record OpenEffectDays(EffectPeriod Period);

internal sealed class OpenEffectDaysHandler : Handler<OpenEffectDays>
{
    public override Task<Done> Handle(OpenEffectDays command, Turn turn) =>
        Task.FromResult<Done>(new Done.Opening(EffectLinks.Page, 0, command.Period.ToString()));
}
