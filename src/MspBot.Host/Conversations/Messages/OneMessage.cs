using MspBot.Data.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Messages;

/// <summary>A notice, and how it looks in a list with others of its kind.</summary>
/// <param name="Alone">What goes out when there is only this one.</param>
/// <param name="Line">What the list says of it.</param>
/// <param name="Open">The button under the list that opens its row; null where they may no longer open it.</param>
internal sealed record ListedNotice(Notice Alone, Html Line, Button? Open);

/// <summary>What a list of notices of one kind says around its lines.</summary>
/// <param name="Title">For how many.</param>
/// <param name="Hint">What to do; empty where the lines say it.</param>
/// <param name="All">Opens the whole list, where a message shows a part of it.</param>
internal sealed record NoticeList(Func<int, string> Title, string Hint = "", Button? All = null);

/// <summary>
/// Notices of one kind that fall due together for one chat are one message: each is a line and a button. One alone is as it always was.
/// The marks that keep a notice from being told twice are set one by one, so that a later one is told alone. The list has a key of its
/// own: not for notices that are withdrawn by their key, nor for those that only their key keeps from being told twice.
/// </summary>
internal static class OneMessage
{
    /// <summary>As many as a list has on a page.</summary>
    private const int Most = 6;

    internal static IReadOnlyList<Notice> Of(IEnumerable<ListedNotice> notices, NoticeList list) =>
    [
        .. from one in notices
           group one by (one.Alone.Chat, one.Alone.NotBefore) into together
           from notice in Joined([.. together], list)
           select notice,
    ];

    /// <summary>What cannot be opened from a whole list goes on in another message, so that nothing is lost.</summary>
    private static IEnumerable<Notice> Joined(IReadOnlyList<ListedNotice> all, NoticeList list)
    {
        if (all is [var alone]) return [alone.Alone];
        return list.All is not null
            ? [Message(all, list)]
            : all.Chunk(Most).Select(some => some is [var last] ? last.Alone : Message(some, list));
    }

    private static Notice Message(IReadOnlyList<ListedNotice> all, NoticeList list)
    {
        var shown = all.Take(Most).ToList();
        var screen = shown.Aggregate(
            new Screen(Html.Paragraphs(
                Html.Bold(list.Title(all.Count)),
                Html.Lines([.. shown.Select(one => Html.Of($"— {one.Line}"))]),
                all.Count > shown.Count ? Html.Text($"И ещё {Russian.Number(all.Count - shown.Count)}.") : default,
                Html.Text(list.Hint))),
            (screen, one) => screen.Row(one.Open));
        var first = all[0].Alone;
        return first with
        {
            Screen = screen.Row(all.Count > shown.Count ? list.All : null),
            Priority = (Priority)all.Min(one => (int)one.Alone.Priority),
            Key = first.Key?.JoinedWith(all.Count - 1),
            NotAfter = all.Any(one => one.Alone.NotAfter is null) ? null : all.Max(one => one.Alone.NotAfter),
        };
    }
}
