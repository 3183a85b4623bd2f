def html_page(reports):
    return ""
