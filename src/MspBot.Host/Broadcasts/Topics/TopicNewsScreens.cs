using System.Globalization;
using MspBot.Data.Broadcasts.Topics;
using MspBot.Domain;
using MspBot.Domain.Broadcasts.Topics;
using MspBot.Domain.Clock;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Materials;
using MspBot.Host.Seminars;

namespace MspBot.Host.Broadcasts.Topics;

/// <summary>What is new in topics, as a message and as a list.</summary>
internal sealed class TopicNewsScreens(SiteZone zone)
{
    /// <param name="news">All that one person is told.</param>
    /// <param name="at">When: by it «Не присылать такое» knows what brought the message.</param>
    internal Screen Message(IReadOnlyList<TopicNews> news, DateTimeOffset at)
    {
        var screen = new Screen(TopicTexts.News(news, zone));
        foreach (var one in news.Take(TopicNewsSchedule.Lines)) screen = screen.Row(Open(one));
        if (news.Count > TopicNewsSchedule.Lines)
            screen = screen.Row(Button.Card(TopicTexts.AndMore(news.Count - TopicNewsSchedule.Lines), BroadcastLinks.TopicNews, 0));
        return screen.Row(Button.Card(TopicTexts.NoMore, BroadcastLinks.MyTopics, at.ToUnixTimeMilliseconds(), MyTopicsCard.NoMore));
    }

    internal Screen List(Page<TopicNews> page) => new Screen(TopicTexts.Told(page.Items, zone))
        .Page(page, Open, (label, number) => Button.Card(label, BroadcastLinks.TopicNews, 0,
            arg: number.ToString(CultureInfo.InvariantCulture)))
        .Row(Button.Card(TopicTexts.ToTopics, BroadcastLinks.MyTopics, 0));

    private Button Open(TopicNews one) => one.StartsAt is { } start
        ? Button.Card(ButtonRows.Titled($"{Russian.Short(start, zone)} · ", one.Title), SeminarLinks.Seminar, one.Id)
        : Button.Card(ButtonRows.Titled("", one.Title), MaterialLinks.Material, one.Id);
}
