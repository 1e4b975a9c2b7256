using MspBot.Domain.Spelling;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>
/// What a control says, typed as a word («назад», «отмена»). An answer comes first: it is the control only where the question refuses the
/// word. «Пропустить» is an answer of the question itself.
/// </summary>
internal static class TypedControl
{
    internal static string? Of(string text) => Folded.Of(text).TrimStart('←', '‹', ' ').TrimEnd('.', '!') switch
    {
        "назад" or "к проверке" => Controls.Back,
        "отмена" or "выйти" => Controls.Cancel,
        "готово" => Controls.Ready,
        "отметить всех" or "отметить найденных" => $"{Controls.TickAll}",
        "снять всех" or "снять найденных" => $"{Controls.UntickAll}",
        "изменить" => $"{Controls.Face}{Controls.Change}",
        _ => null,
    };

    /// <param name="control">What the word would press.</param>
    /// <param name="open">The open question.</param>
    /// <param name="wayOut">The button out of a form that takes something away: there «отмена» could mean the action itself.</param>
    internal static bool IsMeant(string control, Question open, WayOut? wayOut) => control switch
    {
        Controls.Ready => open.Ticks,
        Controls.Back => true,
        [Controls.TickAll or Controls.UntickAll] => open.TicksAll,
        Controls.Cancel => wayOut is null,
        _ => !open.IsKept,
    };
}
