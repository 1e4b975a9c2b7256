namespace MspBot.Sandbox.Page;

/// <summary>What somebody does in a chat of the page.</summary>
internal sealed class ChatActs(PageView view, Feed feed)
{
    private const int MaxFile = 20 << 20;

    /// <summary>What the page is told besides what comes by the feed, if anything.</summary>
    internal async Task<object?> Do(Visitor visitor, string act, HttpRequest request)
    {
        switch (act)
        {
            case "text":
                await Type(visitor, (await PageRequest.Read<TypedText>(request)).Text);
                return null;
            case "press":
                return await Press(visitor, await PageRequest.Read<PressedButton>(request));
            case "contact":
                await visitor.SharesContact();
                return null;
            case "file":
                await SendFile(visitor, request);
                return null;
            case "sticker":
                await visitor.SendsSticker();
                return null;
            case "block":
                await visitor.Blocks();
                return Tell(visitor);
            case "unblock":
                await visitor.Unblocks();
                return Tell(visitor);
            default:
                throw new PageRefusal(404, "Так в песочнице нельзя");
        }
    }

    private async Task Type(Visitor visitor, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new PageRefusal(400, "Сообщение пустое");
        var isFirst = !visitor.Person.HasStarted;
        await visitor.Types(text);
        if (isFirst) Tell(visitor);
    }

    private static async Task<object> Press(Visitor visitor, PressedButton press)
    {
        if (press.Data is not { Length: > 0 }) throw new PageRefusal(400, "У этой кнопки нет данных");
        var answer = await visitor.PressesInPage(press.Message, press.Data, press.Label ?? press.Data);
        return answer is { } said ? new { answered = true, text = said.Text, alert = said.IsAlert }
            : new { answered = false, text = (string?)null, alert = false };
    }

    private static async Task SendFile(Visitor visitor, HttpRequest request)
    {
        var name = Path.GetFileName(request.Query["name"].ToString());
        if (request.ContentLength is null or > MaxFile) throw new PageRefusal(413, "Файл больше 20 МБ песочница не примет");
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        if (request.ContentType?.StartsWith("image/", StringComparison.Ordinal) == true) await visitor.SendsPhoto(png: bytes.ToArray());
        else await visitor.SendsDocument(name.Length > 0 ? name : "file", bytes.ToArray());
    }

    private PersonView Tell(Visitor visitor)
    {
        var person = view.Person(visitor);
        feed.Add("person", PageJson.Of(person));
        return person;
    }

    private sealed record TypedText(string? Text);

    private sealed record PressedButton(int Message, string? Data, string? Label);
}
